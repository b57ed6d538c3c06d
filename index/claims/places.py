"""Names of countries, regions and capitals: they speak as bodies ("Moscow said"), and are nobody's surname."""

from __future__ import annotations

PLACES = frozenset(
    """
    afghanistan africa alabama alaska albania algeria algiers america amsterdam andorra angola ankara argentina
    arizona arkansas armenia asia athens australia austria azerbaijan baghdad bahrain baku balkans bangkok
    bangladesh barbados beijing beirut belarus belfast belgium belgrade belize berlin bern bolivia bosnia botswana
    brasilia brazil britain brussels bucharest budapest bulgaria burkina burma burundi cairo california cambodia
    cameroon canada canberra caracas catalonia caucasus chad chechnya chicago chile china colombia colorado
    connecticut copenhagen crimea croatia cuba cyprus czechia dagestan damascus darfur delaware delhi denmark dhaka
    doha donbas dublin ecuador edinburgh egypt england estonia ethiopia eu europe fiji finland florida france gabon
    gaza geneva georgia germany ghana greece greenland guam guatemala guinea guyana hague haiti hanoi harare havana
    hawaii helsinki honduras hungary iceland idaho illinois india indiana indonesia iowa iran iraq ireland islamabad
    israel istanbul italy jakarta jamaica japan jerusalem jordan kabul kampala kansas kashmir kazakhstan kentucky
    kenya khartoum kiev kinshasa korea kosovo kuwait kyiv kyrgyzstan laos latvia lebanon lesotho liberia libya lima
    lisbon lithuania ljubljana london louisiana luxembourg macedonia madagascar madrid maine malawi malaysia
    maldives mali malta manila maryland massachusetts mauritania mauritius mexico michigan minnesota minsk
    mississippi missouri mogadishu moldova monaco mongolia montana montenegro morocco moscow mozambique myanmar
    nairobi namibia nebraska nepal netherlands nevada nicaragua nicosia niger nigeria norway oklahoma oman ontario
    oregon oslo ottawa pakistan palestine panama paraguay paris pennsylvania peru philippines poland portugal prague
    pretoria pyongyang qatar quebec quito rabat reykjavik riga riyadh romania rome russia rwanda samoa santiago
    sarajevo scandinavia scotland senegal seoul serbia seychelles siberia singapore skopje slovakia slovenia sofia
    somalia spain stockholm sudan sweden switzerland sydney syria taipei taiwan tajikistan tallinn tanzania tbilisi
    tehran tennessee texas thailand tibet tirana togo tokyo transnistria tripoli tunis tunisia turkey turkmenistan
    uganda uk ukraine ulster un uruguay us usa utah uzbekistan valletta vatican venezuela vermont vienna vietnam
    vilnius wales warsaw washington westminster wisconsin wyoming xinjiang yemen yerevan zagreb zambia zimbabwe
    zurich
    """.split()
)
