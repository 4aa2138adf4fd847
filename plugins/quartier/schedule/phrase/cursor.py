"""Walking over the tokens of a phrase, and refusing it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NoReturn

from quartier.schedule.phrase.tokens import Token
from quartier.schedule.rule import Finding


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read for.

    ``anchor`` is the day of publication, from which dates without a year count; ``begin`` the front
    matter's ``ab``, the first week of "alle 14 Tage"; ``kind`` decides whether a bare weekday recurs.
    """

    anchor: date
    kind: Literal["angebot", "termin"] = "angebot"
    begin: date | None = None
    land: str = "NW"


class Refusal(Exception):
    """A phrase can't be read; carries the finding to show."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


@dataclass(slots=True)
class Cursor:
    """A place in the tokens of a phrase. Parsers take tokens or put the place back and return None."""

    phrase: str
    tokens: list[Token]
    context: Context
    pos: int = 0
    stop: int = -1
    warnings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.stop < 0:
            self.stop = len(self.tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """The token at the place, or some further on; None behind the end."""
        at = self.pos + ahead
        return self.tokens[at] if at < self.stop else None

    def is_word(self, words: Container[str], ahead: int = 0) -> bool:
        """Whether a word of these stands there."""
        token = self.peek(ahead)
        return token is not None and token.kind == "word" and token.text in words

    def is_mark(self, marks: str, ahead: int = 0, glued: bool = False) -> bool:
        """Whether one of these marks stands there, with ``glued`` only where no space is before it."""
        token = self.peek(ahead)
        return token is not None and token.kind == "mark" and token.text in marks and (token.glued or not glued)

    def is_number(self, ahead: int = 0, glued: bool = False) -> bool:
        """Whether a number stands there."""
        token = self.peek(ahead)
        return token is not None and token.kind == "number" and (token.glued or not glued)

    def take(self) -> Token:
        """The token at the place, which moves on."""
        self.pos += 1
        return self.tokens[self.pos - 1]

    def word(self, *words: str) -> Token | None:
        """Takes a word of these."""
        return self.take() if self.is_word(words) else None

    def word_of(self, words: Container[str]) -> Token | None:
        """Takes a word of a set."""
        return self.take() if self.is_word(words) else None

    def mark(self, marks: str) -> Token | None:
        """Takes one of these marks."""
        return self.take() if self.is_mark(marks) else None

    def words(self, sentence: str) -> bool:
        """Takes a sequence of folded words, all or none; ``|`` joins those that may stand in one place."""
        start = self.pos
        for alternatives in sentence.split():
            if not self.word(*alternatives.split("|")):
                self.pos = start
                return False
        return True

    def some(self, *words: str) -> list[str]:
        """Takes as many of these words as stand there in a row."""
        taken = []
        while token := self.word(*words):
            taken.append(token.text)
        return taken

    def value(self, ahead: int = 0) -> int:
        """The number there (call only where is_number holds); absurdly long ones count as a million."""
        digits = self.tokens[self.pos + ahead].text
        return int(digits) if len(digits) < 7 else 10**6

    def digits(self, ahead: int = 0) -> int:
        """How many digits the number there has."""
        return len(self.tokens[self.pos + ahead].text)

    def text(self, start: int, end: int | None = None) -> str:
        """The phrase from one token up to (not with) another, as it was written."""
        end = self.pos if end is None else end
        return self.phrase[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""

    def offset(self, at: int) -> int:
        """Where a token begins in the phrase."""
        return self.tokens[at].start if at < len(self.tokens) else len(self.phrase)

    def replaced(self, start: int, end: int, by: str, *, comma: bool = False) -> str:
        """The phrase with some tokens replaced, as a proposal; with a ``comma`` where a number follows."""
        first, last = self.offset(start), self.tokens[end - 1].end if end > start else self.offset(start)
        rest = self.phrase[last:]
        joint = "," if comma and rest.lstrip()[:1].isdigit() else ""
        return f"{self.phrase[:first]}{by}{joint}{rest}".strip()

    def refuse(self, message: str, at: int | None = None, proposals: tuple[str, ...] = ()) -> NoReturn:
        """Raises the refusal of the phrase at a token."""
        raise Refusal(Finding(message, self.offset(self.pos if at is None else at), proposals))

    def warn(self, message: str, at: int) -> None:
        """Remembers a warning at a token; one a message."""
        if all(finding.message != message for finding in self.warnings):
            self.warnings.append(Finding(message, self.offset(at), severity="warning"))
