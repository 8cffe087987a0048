"""Invented numbers that keep the rules of the real ones: check digits, issuers, districts, dates."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from personal_info.words import PLATE_LETTERS, PLATE_REGIONS

# Six digits of counties, some of them withdrawn long ago (1323xx, 5102xx, 5123xx ...): people keep their numbers.
COUNTIES = """
110101 110108 110221 120101 120104 120221 130102 130929 132201 140105 142301 150102 152223 210102 211322 220102
222403 230103 232303 310101 310225 320102 320829 321027 330102 330719 332501 340102 342201 342401 350102 352101
352624 360102 362101 362201 370102 372901 370830 410102 412701 413001 420102 422101 422801 429004 429006 430102
432301 433101 440102 440301 441900 442000 450102 452101 452723 460100 460001 469003 500101 500235 510102 510212
510225 512301 512322 513001 513521 520102 522121 522201 522222 522401 522501 522601 522636 522701 522722 522728
522730 522731 522732 520221 520330 530102 532101 532501 533001 540102 542101 610102 612101 612401 620102 622101
622301 630102 632121 640102 642101 650102 652101 654001 710000 810000 820000 830000
""".split()  # noqa: SIM905 - a table reads better than a hundred lines
HOME_COUNTIES = ("522732", "522731", "522722", "522701", "522728", "522636", "520221", "522222")
# First digits of a card and its length, debit and credit, old issues included.
ISSUERS = """
622848:19 622845:19 622841:19 622846:19 623052:19 621799:19 622188:19 621098:19 622150:19 621779:19 621590:19
622202:19 622208:19 621226:19 621281:19 621700:19 622700:19 621284:19 621660:19 621661:19 621785:19 623190:19
621036:19 622260:17 622262:17 622588:16 621483:16 622575:16 622690:16 622660:16 628288:16 625910:16 622892:18
955880:19 955100:19 955991:19 601382:19 601428:17 436742:19 456351:19
""".split()  # noqa: SIM905
MOBILES = """
130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171
172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 193 195 196 197 198 199
""".split()  # noqa: SIM905
AREAS = ("0851", "0852", "0853", "0854", "0855", "0856", "0857", "0858", "0859", "010", "020", "023", "028", "0731", "0771", "0871")  # fmt: skip
EIGHT_DIGIT_AREAS = {"0851", "010", "020", "023", "028", "0731"}


def digits(chance: Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def day_between(chance: Random, first: date, last: date) -> date:
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def identity_check(first17: str) -> str:
    """The eighteenth character by GB 11643: weights 2^(17-i) modulo 11."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(first17))
    return "10X98765432"[total % 11]


def luhn_check(payload: str) -> str:
    """The last digit of a bank card."""
    total = 0
    for place, digit in enumerate(reversed(payload)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def _county(chance: Random) -> str:
    return chance.choice(HOME_COUNTIES if chance.random() < 0.35 else COUNTIES)


def identity18(chance: Random) -> str:
    born = day_between(chance, date(1930, 1, 1), date(2020, 12, 31))
    first = _county(chance) + born.strftime("%Y%m%d") + digits(chance, 3)
    check = identity_check(first)
    return first + (check.lower() if chance.random() < 0.3 else check)


def identity15(chance: Random) -> str:
    born = day_between(chance, date(1930, 1, 1), date(1985, 12, 31))
    county = _county(chance)
    return (county if county < "7" else "522732") + born.strftime("%y%m%d") + digits(chance, 3)


def identity(chance: Random) -> str:
    return identity18(chance) if chance.random() < 0.85 else identity15(chance)


def bank_card(chance: Random) -> str:
    issuer, length = chance.choice(ISSUERS).split(":")
    payload = issuer + digits(chance, int(length) - len(issuer) - 1)
    return payload + luhn_check(payload)


def mobile(chance: Random) -> str:
    return chance.choice(MOBILES) + digits(chance, 8)


def landline(chance: Random) -> str:
    area = chance.choice(AREAS)
    local = chance.choice("2345678") + digits(chance, 7 if area in EIGHT_DIGIT_AREAS else 6)
    forms = (f"{area}-{local}", f"({area}){local}", f"（{area}）{local}", f"{area} {local}", f"{area}—{local}",
             f"{area}{local}", f"+86-{area[1:]}-{local}", f"{area}-{local}转{digits(chance, 3)}",
             f"{area}-{local}-80{digits(chance, 2)}")  # fmt: skip
    return chance.choice(forms)


def travel_document(chance: Random) -> str:
    """Number and kind of document, as they stand together on a page."""
    forms = (
        ("护照号", "E" + digits(chance, 8)), ("护照号码", "E" + chance.choice("ABCDFGH") + digits(chance, 7)),
        ("护照", "G" + digits(chance, 8)), ("因公护照号", "P" + chance.choice("E") + digits(chance, 7)),
        ("港澳通行证号", "C" + digits(chance, 8)), ("往来港澳通行证", "C" + chance.choice("ABCD") + digits(chance, 7)),
        ("往来台湾通行证号", "L" + digits(chance, 8)), ("大陆居民往来台湾通行证", "T" + digits(chance, 8)),
        ("回乡证号", chance.choice("HM") + digits(chance, 8)), ("港澳居民来往内地通行证", chance.choice("HM") + digits(chance, 10)),
        ("台胞证号", digits(chance, 8)), ("台湾居民来往大陆通行证", digits(chance, 8)),
        ("军官证号", f"{chance.choice('军南北沈兰济广成海空')}字第{digits(chance, 7)}号"), ("士兵证号", f"士字第{digits(chance, 8)}号"),
    )  # fmt: skip
    label, number = chance.choice(forms)
    return f"{label}{chance.choice(('：', ':', '', '为', ' '))}{number}"


def plate(chance: Random) -> str:
    region = "贵" if chance.random() < 0.6 else chance.choice(PLATE_REGIONS)
    city = chance.choice("ABCDEFGHJ")
    tail = "".join(chance.choices(PLATE_LETTERS + "0123456789" * 5, k=4)) + chance.choice("0123456789")
    if chance.random() < 0.2:
        tail = chance.choice("DF") + digits(chance, 5)
    elif chance.random() < 0.1:
        tail = digits(chance, 4) + chance.choice("学挂")
    return region + city + chance.choice(("", "", "", "·", " ", "-", ".", "•")) + tail


def credit_code(chance: Random) -> str:
    """A valid unified social credit code (GB 32100): an organ code with its own check (GB 11714), modulo 31 over all."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    organ = "".join(chance.choices(alphabet if chance.random() < 0.5 else "0123456789", k=8))
    values = [int(sign, 36) for sign in organ]
    rest = -sum(weight * value for weight, value in zip((3, 7, 9, 10, 5, 8, 4, 2), values, strict=True)) % 11
    first = (
        chance.choice(("11", "12", "54", "91", "92", "93")) + chance.choice(HOME_COUNTIES) + organ + "0123456789X"[rest]
    )
    total = sum(alphabet.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return first + alphabet[-total % 31]


def isbn13(chance: Random) -> str:
    return _with_ean_check(f"9787{digits(chance, 8)}")


def bar_code(chance: Random) -> str:
    return _with_ean_check(f"69{digits(chance, 10)}")


def _with_ean_check(first12: str) -> str:
    return first12 + str(-sum(int(digit) * (1 + place % 2 * 2) for place, digit in enumerate(first12)) % 10)
