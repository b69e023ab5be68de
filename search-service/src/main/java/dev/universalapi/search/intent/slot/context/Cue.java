package dev.universalapi.search.intent.slot.context;

/// What words around a name say that a query is about; the resource `cues.txt` lists the words.
public enum Cue {
    WEATHER,
    PLACE,
    TRAVEL,
    FLIGHT,
    AIRPORT,
    STOCK,
    PRICE,
    CRYPTO,
    EXCHANGE,
    TRANSLATE,
    TONGUE,
    COUNTRY,
    INDICATOR,
    MEDIA,
    BOOK,
    PICTURE,
    NAME,
    FOOD,
    SPORT,
    SPACE,
    NEWS,
    CODE,
    BARCODE,
    PUBMED,
    FUN,
    DRUG
}
