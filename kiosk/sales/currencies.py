"""ISO 4217: which currencies exist and how many decimals their cash has. Data; pure."""

from __future__ import annotations

_CODES_BY_DECIMALS = {
    2: "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD "
    "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
    "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
}


def decimals_of(currency: str) -> int | None:
    """0, 2 or 3; None for what is not a currency."""
    return next((decimals for decimals, codes in _CODES_BY_DECIMALS.items() if currency in codes.split()), None)


def plain(amount_minor: int, *, decimals: int) -> str:
    """``-52.50``, ``-52`` or ``-0.005``: for files, never for a screen."""
    sign = "-" if amount_minor < 0 else ""
    if decimals == 0:
        return f"{sign}{abs(amount_minor)}"
    whole, rest = divmod(abs(amount_minor), 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}"
