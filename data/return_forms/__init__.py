"""The return form: one line for each visit, filled in by the field, read back as field reports."""

from data.return_forms.read import ReturnForm, read_return_form
from data.return_forms.write import return_form_xlsx

__all__ = ["ReturnForm", "read_return_form", "return_form_xlsx"]
