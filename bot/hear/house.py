"""What can only be pressed, commanded or given as a bare answer, as rows of the table of acts."""

from __future__ import annotations

from bot.hear.asked import topics
from bot.hear.inventory import ANY, COMING, FACT, NOT, OWN, Row
from bot.hear.topics import DRAFTS

_FIELDS = "start|length|employer|role|window|date|telling"
_CALENDAR = "show|plan|pick|not|none|moved|other|off|still|dates|disconnect"
_DRAFTS = "|".join(DRAFTS)
_DENIED = "thank_you|follow_up|sent|call|talk|offer|accepted|declined|withdrew|rejected|employer"
WHICH_ONE = (
    Row("which", "about none new", ANY, "the employer that is meant"),
    Row("reading", "", ANY, "the reading that is meant, of a doubt"),
    Row("guess", "", ANY, "what a note was about"),
    Row("day", "day!", ANY, "a bare day, for the question that is open"),
    Row("words", "text!", ANY, "own words, for the question that is open"),
    Row("letter", "about text!", ANY, "a letter from the employer; what it says stands beside it"),
)
PUT_RIGHT = (
    Row("wrong", "", OWN, "show what was understood"),
    Row("drop_line", "", ANY, "one line of it was not meant"),
    Row("edit", f"field={_FIELDS}!", ANY, "ask for the right value"),
    Row("drop", "", ANY, "remove an interview"),
    Row("undrop", "", ANY, "put it back"),
    Row("take_back", "", ANY, "take back what the button belongs to"),
    Row("sealed", "", ANY, "a button that is spent"),
)
QUESTIONS = (
    Row("enough", "asked=check_in|debrief", OWN, "no more questions now"),
    Row("check_in", "", OWN, "go on with the questions about the latest interview"),
    Row("debrief", "answer=yes|no", OWN, "go through the interview"),
    Row("practise", "do=list|add|try|solid|skip! text", OWN, "the list of questions to practise"),
    Row("question", f"about topic={'|'.join(topics())}!", OWN, "a question whose topic is known"),
    Row("ask_progress", "", OWN, "how it has gone over the weeks"),
    Row("ask_news", "about", ANY, "what may have happened at one employer, to choose from"),
    Row("ask_wrote", "", ANY, "what the Person may have written, to choose from"),
    Row("something_else", "", ANY, "none of these; it will be told"),
    Row("undated", "", ANY, "they named no day"),
)
STANDING = (
    Row("other_offer", "deadline", COMING, "an offer from elsewhere"),
    Row("tell_other_offer", "", ANY, "let this one know of the offer from elsewhere"),
    Row("close", "about why=rest", OWN, "let go of it"),
    Row("keep_open", "about", OWN, "do not let go of it"),
    Row("not_now", "what=thank_you|follow_up|rejection_thanks", OWN, "will write later"),
    Row("unsent", "about", FACT | NOT, "nothing has gone to them in writing yet"),
    Row("denied", f"about what={_DENIED}!", OWN, "something that was kept was never so"),
    Row("belongs", "about! not:text what=offer|no|all who", OWN, "what was kept is of this employer, not of that one"),
    Row("named_there", "about names!", FACT, "somebody who is one of theirs, by whom they are known again"),
    Row("wont", "about what=thank_you|linkedin!", OWN, "will not write that"),
    Row("they_broke", "about what", OWN, "they did not do what they had promised"),
    Row("refuse", "nudge=any_word!", ANY, "do not ask this of one's own accord"),
    Row("unmute", "about", OWN, "reminders about this one again"),
)
CIRCUMSTANCES = (
    Row("sector", "about sector=public|academic|private!", FACT, "of what kind the employer is"),
    Row("their_place", "about city zone", FACT, "where they are: their clock, their holidays"),
    Row("work_week", "about days:names!", FACT | NOT, "on which days they work, `mon` to `sun`"),
    Row(
        "closed",
        "about from! until!",
        COMING | NOT,
        "from when until when they are closed; no answer is promised by it",
    ),
    Row("address", "about by=du|sie!", FACT | NOT, "whether the Person and somebody there say du"),
    Row("address_me", "by=du|sie!", ANY, "how the coach is to address the Person"),
    Row("no_address", "about who!", FACT | NOT, "somebody there to whom nothing can be written: no address is known"),
    Row("contact_left", "about who", FACT | NOT, "whom the Person talked to is not there any more"),
)
DRAFTED = (
    Row("show_draft", f"draft={_DRAFTS}! style=plain|shorter|warmer", ANY, "a draft by its name"),
    Row("check_own", f"draft={_DRAFTS}!", ANY, "own words instead of the draft"),
    Row("own_sentence", "", ANY, "own words for the one sentence"),
    Row("keep_own", "", ANY, "keep one's own text for its day"),
    Row("park", "", ANY, "write it now, for later"),
    Row("throw_away", "", ANY, "drop what was kept for later"),
    Row("why", "rule", OWN, "the rule behind a verdict"),
)
COMMANDS = (
    Row("start", "", ANY, "begin"),
    Row("help", "", OWN, "what can be said"),
    Row("cancel", "", OWN, "leave the open question"),
    Row("add_interview", "", OWN, "ask for an interview"),
    Row("calendar", f"do={_CALENDAR}! text", ANY, "the Person's calendar"),
    Row("privacy", "", ANY, "what becomes of what is told"),
    Row("settings", "", ANY, "what is set, and how to change it"),
    Row("listening", "model=ask|none!", ANY, "whether a language model may be asked about a message"),
    Row("helping", "do=on|off!", ANY, "whether what is heard wrongly may be kept without names"),
    Row("most_a_day", "count", ANY, "how many messages unasked may come on a day; without a number: fewer than now"),
    Row("linkedin_tips", "do=on|off!", ANY, "whether the coach may bring up LinkedIn"),
    Row("pictures", "do=light|dark|off!", ANY, "in what colours pictures are drawn, or that none are"),
    Row("show_wait", "about", ANY, "the picture of why to wait with one of them"),
    Row("share_progress", "", ANY, "the looking back without names, to show to others"),
    Row("unknown_command", "text!", ANY, "a command that there is not"),
)
ROWS = (*WHICH_ONE, *PUT_RIGHT, *QUESTIONS, *STANDING, *CIRCUMSTANCES, *DRAFTED, *COMMANDS)
