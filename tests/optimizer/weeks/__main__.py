"""``python -m tests.optimizer.weeks M 3`` writes that week's problem.json to standard output."""

import json
import sys
from typing import cast

from optimizer.problem_file import problem_document
from tests.optimizer.weeks import week
from tests.optimizer.weeks.recipe import Size

size, seed = cast(Size, sys.argv[1]), int(sys.argv[2])
print(json.dumps(problem_document(week(size, seed)), ensure_ascii=False))
