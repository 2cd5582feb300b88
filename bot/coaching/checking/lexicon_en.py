"""The English detection words. Only data."""

from __future__ import annotations

from bot.coaching.checking.common_words_en import FUNCTION_WORDS, NAMES_TOO, STOCK_WORDS
from bot.coaching.checking.interest_en import INTEREST, NO_INTEREST
from bot.coaching.checking.lexicon import Lexicon, pairs, pattern, word_set
from bot.coaching.checking.long_words_en import LONG_WORDS, NEIGHBOURS
from bot.coaching.checking.phrases_en import PHRASES
from bot.coaching.checking.questions_en import (
    AND_QUESTION,
    INDIRECT_QUESTION,
    PLEASANTRY,
    STATUS_QUESTION,
    TIMELINE_QUESTION,
    VERDICT_QUESTION,
)
from bot.coaching.checking.slang_en import SLANG

ENGLISH = Lexicon(
    greeting=pattern(
        r"dear",
        r"hi",
        r"hello",
        r"hey",
        r"heya",
        r"hiya",
        r"yo",
        r"good (?:morning|afternoon|evening|day)(?! to\b)",
        r"greetings",
        r"to whom(?:so)?(?:ever)? it may concern",
        r"to the \w+ (?:team|committee|manager|panel)",
    ),
    greeting_words=word_set(
        """dear hi hello hey heya hiya yo good morning afternoon evening day greetings to whom it may concern mr mrs ms
        miss mx dr prof professor doctor sir madam sirs mister and team all everyone everybody both again there guys
        folks the hiring manager committee panel san sensei rev father sister"""
    ),
    sign_off=word_set(
        """regards wishes sincerely faithfully truly respectfully cordially gratefully warmly cheers best yours
        greetings thanks thank"""
    ),
    sign_off_too=word_set(
        """with my many all kind kindest warm warmest friendly very and yours kindly thank you again the so much in
        advance from for now have a nice lovely great good day week weekend take care until then soon sunny most"""
    ),
    abbreviations=word_set(
        "mr mrs ms dr prof st e.g i.e etc no vs approx inc ltd co corp jr sr a.m p.m u.s u.k eg ie dept"
    ),
    introduction=pattern(r"this is", r"my name is", r"it's", r"i'm", r"i am", r"name's"),
    postscript=pattern(r"p\.? ?s\.?:?"),
    function_words=FUNCTION_WORDS,
    stock_words=STOCK_WORDS,
    names_too=NAMES_TOO,
    at_employer=word_set("at join joining"),
    told=pattern(
        (
            r"(?:you|she|he|they|we|your \w+|\w+) (?:\w+ly |also |both |all |kindly |openly |"
            r"even )?(?:mentioned|said|told|described|explained|showed|shared|"
            r"pointed out|talked about|spoke about|spoke of|discussed|walked|called|suggested|asked|raised|"
            r"brought up|laid out|outlined|touched on)"
        ),
        (
            r"your (?:\w+ )?(?:story|stories|description|explanation|account|example|remark|comment|idea|plan|"
            r"plans|point|words|answer|question)"
        ),
        r"(?:our|the) (?:\w+ )?(?:talk|conversation|discussion|chat|exchange) (?:about|on|of|around|regarding)",
        (
            r"(?:hear|hearing|heard|learn|learning|learned|learnt|talk|talking|see|seeing|saw|read) (?:more |"
            r"that |a lot |so much |first-hand )*(?:about|of|how|why|what|that|your|the)"
        ),
        r"(?:the|our) (?:\w+ )?(?:tour|walk|visit|demo|story|exercise|case study|task)",
        r"(?:showing|talking|walking|taking|telling|letting|explaining) (?:me|us)?",
        r"when you",
    ),
    interest=INTEREST,
    no_interest=NO_INTEREST,
    verdict_question=VERDICT_QUESTION,
    status_question=STATUS_QUESTION,
    timeline_question=TIMELINE_QUESTION,
    indirect_question=INDIRECT_QUESTION,
    pleasantry=PLEASANTRY,
    and_question=AND_QUESTION,
    phrases=PHRASES,
    slang=SLANG,
    misspelt=pairs("misspelt_en.tsv"),
    long_words=LONG_WORDS,
    neighbours=NEIGHBOURS,
    may_double=word_set("that had bye so ha knock very really in no many please on"),
    placeholder_words=pattern(
        r"(?:your |the |my |first |last |full |hiring )?(?:name|company|employer|role|position|job|title|"
        r"date|day|manager|interviewer|recruiter|topic|detail|team|department|insert\b.*|phone|number|"
        r"email|address|signature|project)(?: name| title| here|'s name| number| manager| of \w+|"
        r" goes here)?"
    ),
)
