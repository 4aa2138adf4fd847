"""An amount of money in messages and lists."""

from __future__ import annotations

from decimal import Decimal


def said_money(amount: Decimal) -> str:
    """An amount with its cents: »1.250,00 €«."""
    return f"{plain_money(amount)} €"


def plain_money(amount: Decimal) -> str:
    """An amount with its cents and without a currency: »1.250,00«."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
