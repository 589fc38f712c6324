# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class MoneyToCoins(BaseModel):
    bank: Optional["MoneyToCoinsBank"] = Field(default=None)
    "Coins into money and back."


class MoneyToCoinsBank(BaseModel):
    money_to_coins: Optional[float] = Field(alias="moneyToCoins", default=None)
    "Coins for so much money."
