import pickle

from optimizer.faults import Fault, InvalidDocument


def test_every_fault_is_shown_and_reaches_another_process():
    refused = InvalidDocument(Fault(f"requests[{i}]", "belum diisi") for i in range(2))
    assert str(refused) == "requests[0]: belum diisi\nrequests[1]: belum diisi"
    assert pickle.loads(pickle.dumps(refused)).faults == refused.faults
