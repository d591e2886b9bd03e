"""What a corrected head-count does to a request some of whose people were served."""

from collections.abc import Iterator

from data.requests import Request, State

_LEFTOVER = (State.PARTLY_SERVED, State.CARRIED_OVER)


def recounted(request: Request, served: int) -> Iterator[Request]:
    """The request's steps after its head-count changed, the last one being where it stands.

    A served letter that grew waits again; leftovers of one that shrank to those served are done.

    Parameters
    ----------
    request
        With the corrected ``people``.
    served
        People served so far; may be more than the letter asks for.
    """
    left = max(0, request.people - served)
    request = request.model_copy(update={"people_left": left})
    if left and request.state is State.SERVED:
        yield _standing(request, State.PARTLY_SERVED)
        yield _standing(request, State.CARRIED_OVER)
    elif not left and request.state is State.PLANNED:
        yield _standing(request, State.CARRIED_OVER)
        yield _standing(request, State.SERVED)
    elif not left and request.state in _LEFTOVER:
        yield _standing(request, State.SERVED)
    else:
        yield request


def _standing(request: Request, state: State) -> Request:
    return request.model_copy(update={"state": state})
