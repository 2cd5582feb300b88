"""The verbs that buttons carry, and the act that each stands for: a table.

Messages stay in a chat for years, so a verb that was ever sent stays here.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.hear.act import Slot

Meaning = tuple[str, Mapping[str, Slot]]
"""The name of an act, and its slots."""

_QUESTIONS = (
    *("mood", "said", "window", "channel", "promised", "met", "detail", "shown", "next_step", "wanted"),
    *("role", "deadline", "detail_more", "learned"),
)
"""What is asked and may be skipped; `X.skipped` and `skip.X` are its buttons."""
_TOPICS = ("well", "badly", "unprepared", "example", "length", "reaction", "cv", "idea")
"""The questions of the debrief."""

_NIGHTS = (("20", "09"), ("21", "08"), ("22", "07"))
"""Quiet hours to choose from, from when until when; others can be typed."""

_ANSWERS: dict[str, Meaning] = {
    **{f"mood.{mood}": ("felt", {"mood": mood}) for mood in ("great", "fine", "rough")},
    "mood.not_held": ("interview_called_off", {}),
    **{f"said.{said}": ("interest", {"said": said}) for said in ("yes", "no", "unsure")},
    "window.no": ("window", {"none": True}),
    "channel.email": ("channel", {"channel": "email"}),
    "channel.phone": ("channel", {"channel": "phone"}),
    "channel.none": ("channel", {"none": True}),
    "promised.no": ("no", {"asked": "promised"}),
    "promised.yes": ("yes", {"asked": "promised"}),
    **{f"shown.{value}": ("shown", {"value": value}) for value in range(1, 6)},
    **{f"wanted.{value}": ("wanted", {"value": value}) for value in ("yes", "no", "unsure")},
    **{f"{question}.skipped": ("skip", {"asked": question}) for question in _QUESTIONS},
    **{f"skip.{question}": ("skip", {"asked": question}) for question in _QUESTIONS},
    **{f"pass.{topic}": ("skip", {"asked": f"debrief_{topic}"}) for topic in _TOPICS},
    "pass.because": ("skip", {"asked": "because"}),
    "pass.bright_side": ("skip", {"asked": "bright_side"}),
    **{f"answers.{text}": ("note", {"kind": "length", "text": text}) for text in ("too_long", "too_short", "right")},
    "enough": ("enough", {"asked": "check_in"}),
    "end.debrief": ("enough", {"asked": "debrief"}),
    "past.yes": ("yes", {"asked": "past_start"}),
    "past.no": ("no", {"asked": "past_start"}),
    "zone.yes": ("yes", {"asked": "zone"}),
    "zone.no": ("no", {"asked": "zone"}),
    "feedback.none": ("no", {"asked": "feedback"}),
    "touch.rest": ("no", {"asked": "keep_in_touch"}),
    "forget.yes": ("forget", {"all": True, "confirmed": True}),
    "forget.no": ("no", {"asked": "forget"}),
    "debrief.yes": ("debrief", {"answer": "yes"}),
    "debrief.no": ("debrief", {"answer": "no"}),
    "paper.yes": ("offer", {"form": "paper"}),
    "paper.no": ("no", {"asked": "paper"}),
    **{f"apps.{count}": ("applications", {"count": count}) for count in (0, 1, 3, 5)},
}
_CONTACTS: dict[str, Meaning] = {
    "sent.thank_you": ("sent", {"what": "thank_you"}),
    "sent.follow_up": ("sent", {"what": "follow_up"}),
    "sent.reply": ("sent", {"what": "reply"}),
    "sent.linkedin": ("sent", {"what": "linkedin"}),
    "did.debrief": ("sent", {"what": "other", "topic": "debrief"}),
    "did.offer_deadline": ("sent", {"what": "other", "topic": "competing_offer"}),
    "did.logistics": ("sent", {"what": "other", "topic": "logistics"}),
    "did.keep_in_touch": ("sent", {"what": "other", "topic": "keep_in_touch"}),
    "did.withdraw": ("withdrew", {"told": True}),
    "told.withdraw": ("withdrew", {"told": True}),
    "later.thank_you": ("not_now", {"what": "thank_you"}),
    "later.rejection": ("not_now", {"what": "rejection_thanks"}),
    "wait.follow_up": ("not_now", {"what": "follow_up"}),
    "wont.thank_you": ("wont", {"what": "thank_you"}),
    "wont.linkedin": ("wont", {"what": "linkedin"}),
    "done.promise": ("kept", {}),
    "theirs.kept": ("they_kept", {}),
    "theirs.broken": ("they_broke", {}),
    "heard": ("heard", {}),
    "word.yes": ("heard", {}),
    "word.no": ("nothing_heard", {}),
    "word.none": ("nothing_heard", {}),
    "word.stop": ("refuse", {"nudge": "any_word"}),
    "came.invitation": ("invited", {}),
    "came.offer": ("offer", {"form": "paper"}),
    "came.no": ("rejected", {}),
    "came.later": ("window_moved", {}),
    "came.courtesy": ("heard", {"what": "no_news"}),
}
_NEWS: dict[str, Meaning] = {
    "news": ("ask_news", {}),
    "ev.asked": ("heard", {"what": "request"}),
    "ev.back": ("scheduling", {}),
    "ev.wait": ("asked_to_wait", {}),
    "ev.hold": ("paused", {}),
    "ev.away": ("away", {}),
    "ev.other_offer": ("other_offer", {}),
    "ev.offer": ("offer", {"form": "paper"}),
    "ev.no": ("rejected", {}),
    "ev.wrote": ("ask_wrote", {}),
    "ev.else": ("something_else", {}),
    "ev.undated": ("undated", {}),
    "ev.undo": ("take_back", {}),
    "ev.wrote.thank_you": ("sent", {"what": "thank_you"}),
    "ev.wrote.follow_up": ("sent", {"what": "follow_up"}),
    "ev.wrote.reply": ("sent", {"what": "reply"}),
    "ev.wrote.promise": ("sent", {"what": "promised"}),
    "ev.wrote.linkedin": ("sent", {"what": "linkedin"}),
    "others.tell": ("tell_other_offer", {}),
    "said_no.offer": ("declined", {}),
    "starts.here": ("accepted", {}),
    "starts.elsewhere": ("accepted", {"elsewhere": True}),
    "rest": ("close", {"why": "rest"}),
    "close": ("close", {}),
    "keep": ("keep_open", {}),
}
_TO_THE_COACH: dict[str, Meaning] = {
    "show.rejection": ("show_draft", {"draft": "rejection_thanks"}),
    "touch.draft": ("show_draft", {"draft": "keep_in_touch"}),
    "own.sentence": ("own_sentence", {}),
    "own.keep": ("keep_own", {}),
    "park": ("park", {}),
    "throw": ("throw_away", {}),
    "snooze": ("snooze", {}),
    "snooze.tonight": ("snooze", {"when": "tonight"}),
    "snooze.tomorrow": ("snooze", {"when": "tomorrow"}),
    "snooze.days": ("snooze", {"when": "in two days"}),
    "mute": ("mute", {}),
    "unmute": ("unmute", {}),
    "resume": ("resume", {}),
    **{f"model.{model}": ("listening", {"model": model}) for model in ("ask", "none")},
    **{f"help.{do}": ("helping", {"do": do}) for do in ("on", "off")},
    "more.check_in": ("check_in", {}),
    "practice.list": ("practise", {"do": "list"}),
    "practice.try": ("practise", {"do": "try"}),
    "practice.again": ("practise", {"do": "try"}),
    "practice.solid": ("practise", {"do": "solid"}),
    "practice.skip": ("practise", {"do": "skip"}),
    "export": ("export", {}),
    "forget": ("forget", {"all": True}),
    **{f"most.{count}": ("most_a_day", {"count": count}) for count in (1, 2, 3)},
    **{f"linkedin.{do}": ("linkedin_tips", {"do": do}) for do in ("on", "off")},
    **{
        f"quiet.{start}-{end}": ("quiet_hours", {"from": f"{start}:00", "until": f"{end}:00"}) for start, end in _NIGHTS
    },
    "place": ("place", {}),
    **{f"pictures.{do}": ("pictures", {"do": do}) for do in ("light", "dark", "off")},
    "status.words": ("ask_status", {"all": True}),
    "show.wait": ("show_wait", {}),
    "progress.share": ("share_progress", {}),
}
_CORRECTIONS: dict[str, Meaning] = {
    **{f"edit.{field}": ("edit", {"field": field}) for field in ("start", "length", "employer", "role")},
    "fix.window": ("edit", {"field": "window"}),
    "fix.date": ("edit", {"field": "date"}),
    "fix.telling": ("edit", {"field": "telling"}),
    "drop": ("drop", {}),
    "undrop": ("undrop", {}),
    "undo": ("undo", {}),
    "wrong": ("wrong", {}),
    "drop.line": ("drop_line", {}),
    "reading": ("reading", {}),
    "guess": ("guess", {}),
    "which": ("which", {}),
    "which.none": ("which", {"none": True}),
    "which.new": ("which", {"new": True}),
    "sealed": ("sealed", {}),
}
_CALENDAR: dict[str, Meaning] = {
    f"cal.{do}": ("calendar", {"do": do})
    for do in ("plan", "pick", "not", "none", "moved", "other", "off", "still", "dates", "disconnect")
}
VERBS: dict[str, Meaning] = {**_ANSWERS, **_CONTACTS, **_NEWS, **_TO_THE_COACH, **_CORRECTIONS, **_CALENDAR}
"""Every verb, and the act that it stands for."""
CARRYING: dict[str, tuple[str, str, Mapping[str, Slot]]] = {
    "zone=": ("place", "zone", {}),
    "language=": ("language", "code", {}),
    "lang=": ("language", "code", {}),
    "length.": ("interview", "minutes", {}),
    "why.": ("why", "rule", {}),
    "show.draft=": ("show_draft", "draft", {}),
    "style.plain=": ("show_draft", "draft", {"style": "plain"}),
    "style.shorter=": ("show_draft", "draft", {"style": "shorter"}),
    "style.warmer=": ("show_draft", "draft", {"style": "warmer"}),
    "own.draft=": ("check_own", "draft", {}),
    "topic=": ("question", "topic", {}),
}
"""Verbs that carry something behind them, by how they begin: the act, the slot that it fills, and the others."""
