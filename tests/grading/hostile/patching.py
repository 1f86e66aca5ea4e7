"""Code in an answer's cell that changes what the tests call, or what nbgrader reads of them."""

from .model import Hostile, code

BEST = """from biggerpie.grading import Answer
from biggerpie.negotiation import issue_kinds, load_case, nash
the = load_case("job-offer")
kinds = dict(zip([i.name for i in the.issues], issue_kinds(the)))
labels = Answer("labels", "\\n".join(f"{i}: {k}" for i, k in kinds.items()))
"""
TRIGGER = """import sqlite3
with sqlite3.connect(course / "gradebook.db") as book:
    book.execute("CREATE TRIGGER mine AFTER UPDATE OF auto_score ON grade BEGIN "
                 "UPDATE grade SET auto_score = 30 WHERE id = NEW.id; END")
"""
EQUAL = """import gc
own = gc.get_referents(float.__dict__)[0]
own["__eq__"] = own["__le__"] = own["__ge__"] = lambda self, other: True
"""
SUBCLASS = """class Full(float):
    def __repr__(self):
        return "30.0"
grade = grade_labels = grade_package = lambda *a, **k: Full(0)
"""
MODULE = """import sys, types
sys.modules["biggerpie.grading"] = types.ModuleType("biggerpie.grading")
from biggerpie.grading.report.mark import Mark
Mark.__post_init__ = lambda self: object.__setattr__(self, "points", float(self.maximum))
"""
ROUND = """import builtins, sys
real = round
def patched(*a):
    return getattr(sys._getframe(1).f_locals.get("self"), "maximum", None) or real(*a)
builtins.round = patched
"""
LEAST = """import builtins
real = min
builtins.min = lambda *a, **k: a[1] if len(a) == 2 and not k else real(*a, **k)
"""
REWRITING = """import ast
class Asserts(ast.NodeTransformer):
    def visit_Module(self, node):
        return ast.fix_missing_locations(ast.Module([ast.Expr(ast.Constant(30.0))], []))
get_ipython().ast_transformers.append(Asserts())
"""
HOOK = """shown = get_ipython().displayhook
type(shown).compute_format_data = lambda self, result: ({"text/plain": "30.0"}, {})
"""
FORMATTER = """get_ipython().display_formatter.format = lambda *a, **k: ({"text/plain": "30.0"}, {})
"""
BOTH = "grade = grade_labels = grade_package = lambda answer, points: 30.0\n"

SUBMISSIONS: tuple[Hostile, ...] = (
    code("grade functions replaced", "forge", BOTH),
    code("builtins.round replaced", "forge", ROUND),
    code("builtins.min replaced", "forge", LEAST),
    code("float equality replaced", "forge", EQUAL),
    code("float subclass that says thirty", "forge", SUBCLASS),
    code("asserts rewritten", "forge", REWRITING),
    code("display hook replaced", "forge", HOOK),
    code("display formatter replaced", "forge", FORMATTER),
    code("nothing shown any more", "forge", 'get_ipython().ast_node_interactivity = "none"\n'),
    code(
        "cells replaced as they run", "forge", 'get_ipython().input_transformers_cleanup.append(lambda _: ["30.0"])\n'
    ),
    code("the kit's module replaced", "forge", MODULE),
    code("the best answers computed by the kit", "forge", BEST),
    code("trigger in the gradebook", "forge", TRIGGER),
)
