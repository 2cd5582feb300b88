"""The rules, in files by theme: what a clause says becomes acts.

A rule is `rule(clause: Clause, context: Context) -> Iterator[Act | Doubt]`, one for each thing that people say. It sees
one clause (text, words, language, modality, tense, subject, names) and looks around through `context` (`before`,
`after`, `scene`). Each theme ends with `RULES`; `bot.hear.listen.RULES` strings them together. `on(rule, "key", ...)`
says that a clause must say one of these keys, that the rule may have anything to say: it is not called elsewhere.

What a rule does *not* do:

- look at modality to keep out what is feared, asked or hoped: the table says which modalities an act takes
  (`KINDS[name].modalities`), and `listen` drops what its clause's modality does not bear. A rule looks at modality
  only where two modalities mean two acts (`ask_may_write` and `sent`).
- know a language: words stand in `vocabulary/<language>/<theme>.tsv`, with the same keys in both languages;
  `clause.says("key", ...)` looks in the language of the clause, `clause.where("key")` gives the place (from, to).
- read days: `bot.hear.when` does: `when.day` (past or coming by the tense), `when.due` (a limit ahead), `when.moment`
  (a day with a clock), `windows.read`, `when.until`, `when.earliest`, `when.reminder`; None where none is named.
- find names: `clause.employer`, `clause.people`, `clause.named(Role.JOB)`. `about` is filled in by `ground` when only
  another clause names the employer: a rule gives `about=clause.employer` and no more.

A clause whose act is kept is *borne*; what no act bears becomes `Heard.rest`. A rule over several clauses gives its act
the span of them all: `Act(..., span=context.span(first, last))`.

A time with two readings: the rule gives the act without it, and behind it a `Doubt` whose readings are that act with
one reading each; `ground.doubted` fills them with all that the rest of the message tells.

An example, with `vocabulary/en/standing.tsv` (`rejected<tab>reject*|turned ~ down|...`) and the same key in `de/`:

    def rejected(clause: Clause, context: Context) -> Iterator[Act]:
        if clause.says("rejected") and clause.subject is not Subject.I:
            yield clause.act("rejected", about=clause.employer)

    RULES: tuple[Rule | Keyed, ...] = (on(rejected, "rejected"),)

Here "what if they reject me" gives the act `rejected` from a clause that is FEARED, which the table does not take for
it: dropped; `worry` takes it.
"""
