# Made by `python scripts/generate.py` from specs/altizure/schema.graphql and 60 more;
# do not edit: change the spec or scripts/templates, and run it again.
from typing import Optional

from pydantic import Field

from .base_model import BaseModel


class CoinsToMoney(BaseModel):
    bank: Optional["CoinsToMoneyBank"] = Field(default=None)
    "Coins into money and back."


class CoinsToMoneyBank(BaseModel):
    coins_to_money: Optional[float] = Field(alias="coinsToMoney", default=None)
    "Price of so many coins."
