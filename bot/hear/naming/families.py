"""Whether a name may begin with the family's name: then nobody is greeted by a part of it.

Quiet: data. Names that are given names elsewhere ("Kim", "Lee") count only where the other part is written as in their
own language: "Kim Min-jun".
"""

from __future__ import annotations

import re
import unicodedata

_PARTICLES = "al abu bin da dal de del della den der des di dos du el ibn la las le los st ten ter van vom von zu zum"
_NAMES = """
    bui dang dao dinh doan duong hoang huynh ngo nguyen pham phan tran truong vu vo
    cai cao chen deng feng gao guo huang jiang liang liu luo lin peng shen tang wang wei wu xiao xie xu yang yuan zhang
    zhao zheng zhou zhu zeng
    fujita hayashi inoue ito kato kimura kobayashi matsumoto mori nakamura saito sasaki sato suzuki takahashi tanaka
    watanabe yamada yamaguchi yamamoto yoshida
    ahn bae cho choi han hong hwang jang jeon jeong jung kang kwon lim moon nam park seo shin song yoo yoon
    balogh farkas fekete horvath juhasz kiss kovacs lakatos meszaros molnar nagy nemeth olah papp racz szabo szilagyi
    takacs toth varga
    """
PARTICLES, FAMILIES = frozenset(_PARTICLES.split()), frozenset(_NAMES.split())
GIVEN_TOO = frozenset("kim lee li oh yu do ho ha an ma he sun".split())  # noqa: SIM905
_IN_ITS_OWN_WAY = re.compile(r"[A-Z][a-z]+-[a-z]+|(?:Thi|Van|Minh|Thanh|Quoc)\b.*")


def family_first(first: str, rest: str) -> bool:
    """Whether the first word may be the family's, or a particle of it; `rest` is what stands behind."""
    low = _plain(first)
    if not rest:
        return False
    if low in PARTICLES or low in FAMILIES:
        return True
    return low in GIVEN_TOO and _IN_ITS_OWN_WAY.match(rest) is not None


def is_familys(word: str) -> bool:
    """Whether a word is the name of a family that often stands before the given name: Nguyen, Tanaka."""
    return _plain(word) in FAMILIES


def _plain(word: str) -> str:
    """Without marks above and below: Nguyễn, Tóth."""
    apart = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
