"""First pages in the layouts of several case systems, with bodies of unusual kinds, columns of Dnr and days in words.
Places are real names; persons, matters and numbers are invented."""

from tests.indexer.heads_made import Made

VARIED = (
    Made(
        "the § under the day and the body in the heading of the decision",
        """Sammanträdesprotokoll
Kommunstyrelsen
2031-03-18
1 (22)

Plats och tid
Kommunhuset Vaggeryd, kl 13:15-16:20

Beslutande
Ada Ek (KD), ordförande
Bo Al (S)

Justering
Protokollet justeras digitalt

§ 45
Anmälan av delegationsbeslut
Dnr 2031/00011
Kommunstyrelsen beslutar
att lägga besluten till handlingarna.

§ 46
Ägardirektiv för bostadsbolaget
Dnr 2031/00087
Kommunstyrelsen föreslår kommunfullmäktige
att anta ägardirektiven.
""",
        "Vaggeryd",
        "Kommunstyrelsen",
        "2031-03-18",
        {"§ 45": "2031/00011", "§ 46": "2031/00087"},
    ),
    Made(
        "a city with its name in the letterhead alone",
        """Västerås stad
Nämnden för personer med funktionsnedsättning

Protokoll fört vid sammanträde
Datum 2031-04-22

Plats: Stadshuset, Aroshallen
Tid: kl. 13.30–15.10

§ 51 Dnr NF 2031/00321-1.1.3
Val av protokollsjusterare

Beslut
Bo Al utses.

§ 52 Dnr NF 2031/00290-2.4.1
Månadsrapport

Beslut
Rapporten läggs till handlingarna.
""",
        "Västerås",
        "Nämnden för personer med funktionsnedsättning",
        "2031-04-22",
        {"§ 51": "NF 2031/00321", "§ 52": "NF 2031/00290"},
    ),
    Made(
        "a joint board with several municipalities",
        """Gemensamma överförmyndarnämnden
Protokoll
Sammanträdesdatum 2031-05-08

Plats och tid: Kommunhuset i Mörbylånga, torsdagen den 8 maj 2031 kl. 9.00-10.30
Beslutande: Ada Ek (S), ordförande
Bo Al (C), Borgholm

§ 14 Dnr 2031/19
Verksamhetsplan
Gemensamma överförmyndarnämnden beslutar
att anta planen.

§ 15 Dnr 2031/22
Taxa
Gemensamma överförmyndarnämnden beslutar
att taxan ska gälla.
""",
        None,
        "Gemensamma överförmyndarnämnden",
        "2031-05-08",
        {"§ 14": "2031/19", "§ 15": "2031/22"},
    ),
    Made(
        "the board of directors of a joint authority",
        """RÄDDNINGSTJÄNSTEN HÖGLANDET
PROTOKOLL
Direktionen
2031-06-12
Sida 1 av 9

Plats och tid
Stationen, kl. 10.00-12.00

Beslutande
Ada Ek (M), ordförande
Bo Al (S)

§ 21
Delårsbokslut
Dnr RH 2031/18

Direktionen beslutar
att godkänna bokslutet.

§ 22
Handlingsprogram
Dnr RH 2031/07

Direktionen beslutar
att anta programmet.
""",
        None,
        "Direktionen",
        "2031-06-12",
        {"§ 21": "RH 2031/18", "§ 22": "RH 2031/07"},
    ),
    Made(
        "a council for older people",
        """Kommunala pensionärsrådet
Minnesanteckningar
Sammanträdesdatum 2031-02-19
Lerums kommun

Plats och tid: Komministern, kl. 13.00
Närvarande: Ada Ek (S), ordförande

§ 1 Upprop
Närvaron antecknas.

§ 2 Information om hemtjänsten
Rådet tackar för informationen.

§ 3 Övriga frågor
Inga frågor.
""",
        "Lerum",
        "Kommunala pensionärsrådet",
        "2031-02-19",
        {"§ 1": None, "§ 2": None, "§ 3": None},
    ),
    Made(
        "a district board of a city in a notice with a Dnr column",
        """Stockholms stad
Skärholmens stadsdelsnämnd
Kallelse
Sammanträde 2031-09-25

Tid: torsdagen den 25 september 2031 kl. 18.00
Plats: Bodholmsgången 2

Föredragningslista
1 Val av protokollsjusterare
2 Anmälan av föregående protokoll
3 Tertialrapport 2
SKÄ 2031/412
4 Svar på medborgarförslag om cykelställ
SKÄ 2031/377
""",
        "Stockholm",
        "Skärholmens stadsdelsnämnd",
        "2031-09-25",
        {"1": None, "2": None, "3": "SKÄ 2031/412", "4": "SKÄ 2031/377"},
    ),
    Made(
        "a notice as a table with columns",
        """Osby kommun
KALLELSE
Miljö- och byggnämnden

Sammanträdesdatum
2031-08-20

Plats: Stora konferensrummet, kommunhuset
Tid: kl. 09:00

Nr\tÄrende\tDnr\tFöredragande
1\tUpprop och justering\t\tOrdföranden
2\tBygglov för carport\tMBN 2031/211\tAda Ek
3\tStrandskyddsdispens\tMBN 2031/198\tBo Al
4\tInformation\t\tFörvaltningschefen
""",
        "Osby",
        "Miljö- och byggnämnden",
        "2031-08-20",
        {"1": None, "2": "MBN 2031/211", "3": "MBN 2031/198", "4": None},
    ),
    Made(
        "a notice as a table drawn with bars",
        """| Härryda kommun | Kallelse |
| Välfärdsnämnden | 2031-11-19 |

Välfärdsnämnden kallas till sammanträde onsdagen den 19 november 2031 kl. 13.00 i kommunhuset.

| Nr | Ärende | Diarienummer |
| 1 | Upprop | |
| 2 | Budget 2032 | 2031VFN55 |
| 3 | Intern kontroll | 2031VFN61 |
""",
        "Härryda",
        "Välfärdsnämnden",
        "2031-11-19",
        {"1": None, "2": None, "3": None},
    ),
    Made(
        "the abbreviation of the body before the sign and a year after it",
        """Kommunstyrelsens arbetsutskott
Protokoll 2031-01-28
Sida 1(14)
Arvidsjaurs kommun

KSAU § 12/31
Dnr KS 2031/33
Lägesrapport

Arbetsutskottets beslut
Rapporten noteras.

KSAU § 13/31
Dnr KS 2030/871
Medborgarlöfte

Arbetsutskottets förslag till kommunstyrelsen
Löftet antas.
""",
        "Arvidsjaur",
        "Kommunstyrelsens arbetsutskott",
        "2031-01-28",
        {"§ 12": "KS 2031/33", "§ 13": "KS 2030/871"},
    ),
    Made(
        "the sign, the registry and no label",
        """Gnesta kommun

Sammanträdesprotokoll
Kommunfullmäktige
2031-05-26

§ 40 KS 2031/12
Årsredovisning 2030

Beslut
1. Årsredovisningen godkänns.

§ 41 KS 2031/98
Ansvarsfrihet

Beslut
1. Ansvarsfrihet beviljas.
""",
        "Gnesta",
        "Kommunfullmäktige",
        "2031-05-26",
        {"§ 40": "KS 2031/12", "§ 41": "KS 2031/98"},
    ),
    Made(
        "a web address as the only word of whose it is",
        """Kommunstyrelsen
Protokoll
Sammanträdesdatum
2031-04-01

Justerandes sign
Utdragsbestyrkande

Plats och tid Rådhuset, Storgatan 1, kl. 08.30–11.45
www.skovde.se

Beslutande Ada Ek (M), ordförande
Bo Al (S)

§ 61/31 Startbesked för skolan
KS2031.0122

Beslut
Startbesked ges.

§ 62/31 Namn på torget
KS2030.0419

Beslut
Namnet fastställs.
""",
        "Skövde",
        "Kommunstyrelsen",
        "2031-04-01",
        {"§ 61": "KS2031.0122", "§ 62": "KS2030.0419"},
    ),
    Made(
        "a day in words with its weekday, nothing in figures",
        """Protokoll från byggnadsnämndens sammanträde
onsdagen den 12 februari 2031

Tid och plats: Stadshuset i Enköping, klockan 13.00

Närvarande
Ada Ek (MP), ordförande

§ 8 Bygglov för växthus
Dnr 2030/155
Byggnadsnämndens beslut
Bygglov ges.

§ 9 Rivningslov
Dnr 2030/170
Byggnadsnämndens beslut
Rivningslov ges.
""",
        "Enköping",
        "Byggnadsnämnden",
        "2031-02-12",
        {"§ 8": "2030/155", "§ 9": "2030/170"},
    ),
    Made(
        "the day as 12.5.2031 and as month and year",
        """VALLENTUNA KOMMUN
Fritidsnämnden
SAMMANTRÄDESPROTOKOLL
12 maj 2031

Plats och tid
Kommunhuset, plan 5, kl. 18.30

§ 22
Öppethållande (FN 2031.044)

Fritidsnämndens beslut
Tiderna fastställs.

§ 23
Bidrag (FN 2031.031)

Fritidsnämndens beslut
Bidragen beviljas.
""",
        "Vallentuna",
        "Fritidsnämnden",
        "2031-05-12",
        {"§ 22": "FN 2031.044", "§ 23": "FN 2031.031"},
    ),
    Made(
        "labels and values in a table of two columns",
        """Arboga kommun          PROTOKOLL           Sida 1(17)
Socialnämnden          Sammanträdesdatum   2031-06-17

Plats och tid          Sessionssalen, kl. 13.00 – 15.45
Beslutande             Ada Ek (S), ordförande
                       Bo Al (M)
Utses att justera      Bo Al
Paragrafer             71 – 80

§ 71     Dnr SN 46/2031-600
Stöd till anhöriga

Socialnämndens beslut
Stödet ses över.

§ 72     Dnr SN 51/2031-700
Riktlinjer

Socialnämndens beslut
Riktlinjerna antas.
""",
        "Arboga",
        "Socialnämnden",
        "2031-06-17",
        {"§ 71": "SN 46/2031", "§ 72": "SN 51/2031"},
    ),
    Made(
        "registry, serial and year with slash, label Diarienr",
        """Ånge kommun
Utbildningsnämnden
Sammanträdesprotokoll
2031-10-07

UN § 81
Diarienr: UN 31/77
Skolbibliotek
Utbildningsnämndens beslut
Biblioteken utökas.

UN § 82
Diarienr: UN 31/102
Frånvaro
Utbildningsnämndens beslut
Rapporten godkänns.
""",
        "Ånge",
        "Utbildningsnämnden",
        "2031-10-07",
        {"§ 81": "UN 31/77", "§ 82": "UN 31/102"},
    ),
    Made(
        "headings of a word processor",
        """# Protokoll

**Kommunfullmäktige**

Sammanträde 2031-09-29

Eslövs kommun

## § 88 Frågestund

**Beslut**

Frågestunden förklaras avslutad.

## § 89 Revidering av bolagsordning (KS.2031.0210)

**Beslut**

- Bolagsordningen antas.
""",
        "Eslöv",
        "Kommunfullmäktige",
        "2031-09-29",
        {"§ 88": None, "§ 89": "KS.2031.0210"},
    ),
    Made(
        "a list of matters with the Dnr before the page",
        """Kommunstyrelsen

Sammanträdesprotokoll
2031-05-14

Partille kommun

Ärendelista

§ 91\tVal av justerare\t\t3
§ 92\tKvartalsrapport\tKS/2031:55\t4
§ 93\tExploateringsavtal\tKS/2030:312\t5
""",
        "Partille",
        "Kommunstyrelsen",
        "2031-05-14",
        {"§ 91": None, "§ 92": "KS/2031:55", "§ 93": "KS/2030:312"},
    ),
    Made(
        "a list of matters whose titles stand first",
        """Nynäshamns kommun
Barn- och utbildningsnämnden
PROTOKOLL 2031-03-25

Innehåll
Val av justerare, § 30
Ekonomisk rapport, § 31
Svar på skrivelse, § 32

§ 30
Val av justerare
Beslut
Bo Al väljs.

§ 31
Ekonomisk rapport
Dnr BUN/2031/0021
Beslut
Rapporten godkänns.

§ 32
Svar på skrivelse
Dnr BUN/2031/0044
Beslut
Svaret antas.
""",
        "Nynäshamn",
        "Barn- och utbildningsnämnden",
        "2031-03-25",
        {"§ 30": None, "§ 31": "BUN/2031/0021", "§ 32": "BUN/2031/0044"},
    ),
    Made(
        "an extract with its own head",
        """PROTOKOLLSUTDRAG
Sammanträdesdatum 2031-08-27

Kommunstyrelsen
Sotenäs kommun

KS § 131 Dnr 2031/000412
Köp av mark

Kommunstyrelsens beslut
Marken köps.
""",
        "Sotenäs",
        "Kommunstyrelsen",
        "2031-08-27",
        {"§ 131": "2031/000412"},
    ),
    Made(
        "a notice whose items are called Ärende",
        """Kungsbacka kommun
KALLELSE
Nämnden för Teknik
Sammanträdesdag: 2031-10-22
Tid: 08:30
Plats: Nämndrummet

Ärenden
1. Val av justerare
2. Budgetuppföljning
Diarienummer: TE 2031-00118
3. Gatukostnader
Diarienummer: TE 2031-00097
4. Delegeringsbeslut
""",
        "Kungsbacka",
        "Nämnden för Teknik",
        "2031-10-22",
        {"1": None, "2": "TE 2031-00118", "3": "TE 2031-00097", "4": None},
    ),
    Made(
        "the presidium of a council",
        """Kommunfullmäktiges presidium
Mötesprotokoll
2031-02-10
Oskarshamns kommun

§ 3 Dnr KS 2031/51
Planering av fullmäktige

Presidiets beslut
Planeringen godkänns.

§ 4 Dnr KS 2031/52
Besök

Presidiets beslut
Besöket bokas.
""",
        "Oskarshamn",
        "Kommunfullmäktiges presidium",
        "2031-02-10",
        {"§ 3": "KS 2031/51", "§ 4": "KS 2031/52"},
    ),
    Made(
        "a committee of a board with a long name",
        """Vård- och omsorgsnämndens individ- och familjeutskott
SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum
2031-07-02
Sida 1
Forshaga kommun

§ 5
Fastställande av föredragningslista
Utskottets beslut
Listan fastställs.

§ 6
Statistik
Utskottets beslut
Statistiken noteras.
""",
        "Forshaga",
        "Vård- och omsorgsnämndens individ- och familjeutskott",
        "2031-07-02",
        {"§ 5": None, "§ 6": None},
    ),
    Made(
        "the election board with an item of no Dnr between two that have one",
        """Valnämnden
Protokoll nr 2/2031
Tid
Tisdag 2031-05-20 klockan 15.00
Plats
Rådhuset, Karlskoga
Beslutande
Ada Ek (L)

§ 10
Val av justerare

Beslut
Bo Al väljs.

§ 11
Vallokaler
VN 2031-00004

Beslut
Lokalerna fastställs.

§ 12
Nästa möte

Beslut
Mötet hålls i juni.
""",
        "Karlskoga",
        "Valnämnden",
        "2031-05-20",
        {"§ 10": None, "§ 11": "VN 2031-00004", "§ 12": None},
    ),
    Made(
        "a notice in the form of a letter",
        """Datum
2031-03-03

Till ledamöter och ersättare i
Kultur- och fritidsnämnden

Ni kallas härmed till sammanträde med kultur- och fritidsnämnden onsdagen den 12 mars 2031 kl. 17.00 i Folkets hus, Hofors.

Ärenden

1. Mötets öppnande

2. Föreningsbidrag
   Dnr 2031/41

3. Biblioteksplan
   Dnr 2030/99

Ada Ek
Ordförande
""",
        "Hofors",
        "Kultur- och fritidsnämnden",
        "2031-03-12",
        {"1": None, "2": "2031/41", "3": "2030/99"},
    ),
    Made(
        "an announcement of a council meeting",
        """KUNGÖRELSE

Kommunfullmäktige i Ljusdal sammanträder måndagen den 28 april 2031 kl. 18.00 i Folkets Hus.

Ärenden
1 Allmänhetens frågestund
2 Årsredovisning 2030
3 Motion om trygghetsboende
4 Valärenden
""",
        "Ljusdal",
        "Kommunfullmäktige",
        "2031-04-28",
        {"1": None, "2": None, "3": None, "4": None},
    ),
    Made(
        "the label Ärendenr and two bodies named, one of them deciding",
        """Vara kommun
Samhällsbyggnadsutskottet
Protokoll
Sammanträdesdatum: 2031-09-03

§ 51 Remiss från kommunstyrelsen om trafikplan
Ärendenr 2031-118

Samhällsbyggnadsutskottets beslut
Planen tillstyrks.

§ 52 Information
Ärendenr 2031-120

Samhällsbyggnadsutskottets beslut
Informationen noteras.
""",
        "Vara",
        "Samhällsbyggnadsutskottet",
        "2031-09-03",
        {"§ 51": "2031-118", "§ 52": "2031-120"},
    ),
    Made(
        "minutes of an association of municipalities with a letterhead",
        """Kommunalförbundet Vatten i Väst
Förbundsstyrelsen
Protokoll
2031-11-06
Sida 1 (7)

Plats och tid: Teams, 09.00-10.20
Närvarande ledamöter: Ada Ek, Bo Al

§ 61 Öppnande
Ordföranden öppnar mötet.

§ 62 Taxa 2032
Dnr 2031/0044
Förbundsstyrelsen beslutar
att anta taxan.

§ 63 Avslutning
Mötet avslutas.
""",
        None,
        "Förbundsstyrelsen",
        "2031-11-06",
        {"§ 61": None, "§ 62": "2031/0044", "§ 63": None},
    ),
    Made(
        "a page of a meeting portal",
        """Startsida / Möten / Barn- och ungdomsnämnden / 2031-10-16

Barn- och ungdomsnämnden
2031-10-16 kl. 14:00 | Stadshuset, Piteå

Protokoll

§ 104 Val av justerare

§ 105 Läsårsdata 2032/2033
31BUN88

§ 106 Delegationsbeslut
31BUN2
""",
        "Piteå",
        "Barn- och ungdomsnämnden",
        "2031-10-16",
        {"§ 104": None, "§ 105": None, "§ 106": None},
    ),
    Made(
        "letters with spaces between them",
        """S A M M A N T R Ä D E S P R O T O K O L L
Kommunfullmäktige   2009-11-30
Sida 112

Älvsbyns kommun

§ 81  Dnr 331/09 - 042
Delårsrapport

Kommunfullmäktiges beslut
Rapporten godkänns.

§ 82  Dnr 298/09 - 045
Borgen

Kommunfullmäktiges beslut
Borgen beviljas.
""",
        "Älvsbyn",
        "Kommunfullmäktige",
        "2009-11-30",
        {"§ 81": "331/09", "§ 82": "298/09"},
    ),
    Made(
        "the day split from its month by a line end",
        """Kommunstyrelsen
Sammanträdesprotokoll

Plats och tid: Kommunhuset i Torsby, tisdagen den 4
november 2031, kl. 10.00

Beslutande
Ada Ek (C)

§ 150
Val av justerare
Kommunstyrelsens beslut
Bo Al väljs.

§ 151 Dnr KS 2031/600
Färdtjänst
Kommunstyrelsens beslut
Avtalet godkänns.
""",
        "Torsby",
        "Kommunstyrelsen",
        "2031-11-04",
        {"§ 150": None, "§ 151": "KS 2031/600"},
    ),
    Made(
        "a page that ends with the title of its last §",
        """Rättviks kommun
Byggnadsutskottet
Protokoll
Sammanträdesdatum 2031-08-14

§ 71 Dnr 2031/210
Bygglov för uterum

Byggnadsutskottets beslut
Bygglov ges.

§ 72 Mötets avslutning
""",
        "Rättvik",
        "Byggnadsutskottet",
        "2031-08-14",
        {"§ 71": "2031/210", "§ 72": None},
    ),
)
