"""First pages of minutes and notices, made in the shapes that Swedish municipalities use. Places are real names, for the
reader knows municipalities by name; persons, matters and numbers are invented."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A head and what it says: § or items with their Dnr as written, None where they have none."""

    name: str
    text: str
    municipality: str | None
    body: str
    date: str | None
    sections: dict[str, str | None]


HEADS = (
    Made(
        "the sign and the Dnr on one line",
        """Tibro kommun
Socialnämnden

SAMMANTRÄDESPROTOKOLL
Sida
1(12)
Sammanträdesdatum
2031-03-11

Plats och tid
Tingssalen, klockan 13.15-15.00

Beslutande
Ada Ek (S), ordförande
Bo Al (M)

§ 21 Dnr 2031/00190

Avgifter för trygghetslarm

Socialnämndens beslut
Avgifterna antas.

§ 22 Dnr 2030/0002

Redovisning av köer

Socialnämndens beslut
Redovisningen läggs till handlingarna.
""",
        "Tibro",
        "Socialnämnden",
        "2031-03-11",
        {"§ 21": "2031/00190", "§ 22": "2030/0002"},
    ),
    Made(
        "the Dnr on a line below",
        """Kommunstyrelsen
Sammanträdesprotokoll 2031-05-06
1 (36)

Plats och tid: Mullsjö kommunhus, kl. 08.30-11.00

§ 66

Dnr 2031/00196

Motion om cykelställ

Kommunstyrelsens förslag till kommunfullmäktige
Motionen avslås.

§ 67

Dnr 2031/00201

Partistöd

Kommunstyrelsens beslut
Partistödet betalas ut.
""",
        "Mullsjö",
        "Kommunstyrelsen",
        "2031-05-06",
        {"§ 66": "2031/00196", "§ 67": "2031/00201"},
    ),
    Made(
        "registry with class code and serial-year",
        """AVESTA KOMMUN
KOMMUNSTYRELSEN
Protokoll
Sammanträdesdatum
2031-02-10

§ 194 Dnr KS473-31 005

Ny serverhall

Kommunstyrelsens beslut
Serverhallen byggs.

§ 195 Dnr ON178-31 050

Ramavtal om läkemedel

Kommunstyrelsens beslut
Avtalet godkänns.
""",
        "Avesta",
        "Kommunstyrelsen",
        "2031-02-10",
        {"§ 194": "KS473-31", "§ 195": "ON178-31"},
    ),
    Made(
        "registry with year-serial and class code",
        """SIGTUNA KOMMUN
Kommunfullmäktige
SAMMANTRÄDESPROTOKOLL
Datum 2002-11-04 Sida 14

KF § 267 Dnr KS 02-820 107

Bostadsbolagets ägardirektiv

Kommunfullmäktige beslutar
Direktivet antas.

KF § 268 Dnr KS 02-711 041

Budget

Kommunfullmäktige beslutar
Budgeten fastställs.
""",
        "Sigtuna",
        "Kommunfullmäktige",
        "2002-11-04",
        {"§ 267": "KS 02-820", "§ 268": "KS 02-711"},
    ),
    Made(
        "numbers without a sign and Dnr of registry year/serial",
        """Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum 2018-04-17
Plats och tid Kommunhuset i Ånge, kl 09.00-11.30
Beslutande Ada Ek (S)
Justerare Bo Al (C)

26 Dnr KS 2018/14

Information från räddningstjänsten

Kommunstyrelsens beslut
Informationen noteras.

27 Dnr KS 2017/425

Försäljning av skolan

Kommunstyrelsens beslut
Skolan säljs.
""",
        "Ånge",
        "Kommunstyrelsen",
        "2018-04-17",
        {"§ 26": "KS 2018/14", "§ 27": "KS 2017/425"},
    ),
    Made(
        "registry joined to year, title at once after the sign",
        """Kommunstyrelsen i Tranås kommun
PROTOKOLL
2031-06-03
10(34)

§117 Reviderad taxa för slamtömning
Ks2031/0324  294

Beslut
Kommunstyrelsen antar taxan.

§118 Svar på motion om laddstolpar
KS2030/0614  024

Beslut
Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.
""",
        "Tranås",
        "Kommunstyrelsen",
        "2031-06-03",
        {"§ 117": "Ks2031/0324", "§ 118": "KS2030/0614"},
    ),
    Made(
        "registry/year:serial with a code",
        """Dorotea kommun
PROTOKOLL
Kommunstyrelsen 2018-09-25

KS § 80 KS/2018:298 - 001
Upphandling av snöröjning

Kommunstyrelsens beslut
Upphandlingen avbryts.

KS § 81 KS/2017:224-209
Bygglov för parkering

Kommunstyrelsens beslut
Bygglov ges.
""",
        "Dorotea",
        "Kommunstyrelsen",
        "2018-09-25",
        {"§ 80": "KS/2018:298", "§ 81": "KS/2017:224"},
    ),
    Made(
        "the Dnr before the sign",
        """Flens kommun
Kommunfullmäktige
Protokoll
Sammanträdesdatum: 2014-02-27
Sida 1(18)

KSKF/2014:1
§ 21
Nytt reglemente för revisorerna

Beslut
Reglementet antas.

KSKF/2013:212
§ 22
Avsägelse från uppdrag

Beslut
Avsägelsen godkänns.
""",
        "Flen",
        "Kommunfullmäktige",
        "2014-02-27",
        {"§ 21": "KSKF/2014:1", "§ 22": "KSKF/2013:212"},
    ),
    Made(
        "registry.year.serial with DNR: and a web page's marks",
        """(1)

Plats och tid Sessionssalen, måndagen den 3 mars 2031 kl 18.30-19.55.

Beslutande Se bilaga

Utses att justera Ada Ek (M) och Bo Al (S)

ANSLAG/BEVIS

Nämnd/Styrelse Kommunfullmäktige

Sammanträdesdatum 2031-03-03

(2)

KF § 12 DNR: KU.2031.3

Godkännande av dagordning Kommunfullmäktiges beslut Dagordningen godkänns.

(3)

KF § 13 DNR: KS.2030.79 041

Budget för Emmaboda kommun

Kommunfullmäktiges beslut

Budgeten fastställs.
""",
        "Emmaboda",
        "Kommunfullmäktige",
        "2031-03-03",
        {"§ 12": "KU.2031.3", "§ 13": "KS.2030.79"},
    ),
    Made(
        "registry-year/serial in brackets in a notice",
        """KALLELSE 1 (4) 2031-01-15

Sammanträde med kommunstyrelsen

Tid: Måndag den 27 januari 2031, kl 13:00

Plats: Distansmöte från Heby kommunhus

Föredragningslista

1. Upprop

2. Justering

3. Yttrande över detaljplan (KS-2030/983)

4. Anmälan av delegationsbeslut

• Ordförandebeslut 2030-12-08, sänkta hyror (KS- 2030/920)
""",
        "Heby",
        "Kommunstyrelsen",
        "2031-01-27",
        {"1": None, "2": None, "3": "KS-2030/983"},
    ),
    Made(
        "year before the registry",
        """Din position: Hem > Vaxholms stad > Kommunfullmäktige > Sammanträde 2031-06-16

Sammanträde 2031-06-16

Datum
Klockan
18:00
Plats
Rådhuset

§63 Anmälan av motioner

Dnr. 2031/KS 0206 001

Ärendebeskrivning

Två motioner har lämnats.

Kommunfullmäktiges beslut

- Motionerna går till kommunstyrelsen.

___________

§64 Ekonomisk uppföljning

Dnr. 2031/KS 0193 10

Kommunfullmäktiges beslut

- Rapporten godkänns.
""",
        "Vaxholm",
        "Kommunfullmäktige",
        "2031-06-16",
        {"§ 63": "2031/KS 0206", "§ 64": "2031/KS 0193"},
    ),
    Made(
        "year, registry and serial in one word; running date in Mötesdatum",
        """MÖTESPROTOKOLL
Barn- och utbildningsnämnden
Mötesdatum
2031-09-18
Sida 1(9)
Hylte kommun

§131 Läsårstider
Dnr 2031BUN0306

Beslut
Läsårstiderna fastställs.

§132 Skolskjuts
Dnr 2030KSM1221.042

Beslut
Reglerna för skolskjuts antas.
""",
        "Hylte",
        "Barn- och utbildningsnämnden",
        "2031-09-18",
        {"§ 131": "2031BUN0306", "§ 132": "2030KSM1221"},
    ),
    Made(
        "six digits and class code",
        """MALÅ KOMMUN  SAMMANTRÄDESPROTOKOLL  Blad 1 (33)
Tekniska nämnden  Sammanträdesdag 2016-10-19

§ 41  Dnr 2016/000964 622

Gatubelysning i byarna

Tekniska nämndens beslut
Belysningen tas över.

§ 42  Dnr 2016/000877 313

Ny brandbil

Tekniska nämndens beslut
Brandbilen köps.
""",
        "Malå",
        "Tekniska nämnden",
        "2016-10-19",
        {"§ 41": "2016/000964", "§ 42": "2016/000877"},
    ),
    Made(
        "body and number without a sign",
        """Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum 2017-02-21
Bräcke kommun

Ks 60 Dnr 2017-000030

Upphandling av måltider

Kommunstyrelsens beslut
Upphandlingen godkänns.

Ks 61 Dnr 2016-000411

Översiktsplan

Kommunstyrelsens beslut
Planen ställs ut.
""",
        "Bräcke",
        "Kommunstyrelsen",
        "2017-02-21",
        {"§ 60": "2017-000030", "§ 61": "2016-000411"},
    ),
    Made(
        "body and number without a sign or a label",
        """KOMMUNSTYRELSEN
SAMMANTRÄDESPROTOKOLL
2011-10-04
Laholms kommun

KS 226
Godkännande av dagordning

Beslut
Dagordningen godkänns.

KS 227   KS 2011/0425
Delårsrapport

Beslut
Rapporten godkänns.

KS 228   KS 2011/0301
Flytt av biblioteket

Beslut
Biblioteket flyttas.
""",
        "Laholm",
        "Kommunstyrelsen",
        "2011-10-04",
        {"§ 226": None, "§ 227": "KS 2011/0425", "§ 228": "KS 2011/0301"},
    ),
    Made(
        "numbers alone with titles",
        """Samhällsbyggnadsnämnden
Sammanträdesprotokoll
Sammanträdesdatum
2031-04-10
Plats och tid Kommunhuset i Sotenäs, klockan 8.30
Beslutande Ada Ek (M)
Justerare Bo Al (S)

30 Muntlig information

Beslut
Informationen noteras.

31 Svar på remiss om strandskydd

Beslut
Remissen besvaras.

32 Bygglov för bodar

Beslut
Bygglov ges.
""",
        "Sotenäs",
        "Samhällsbyggnadsnämnden",
        "2031-04-10",
        {"§ 30": None, "§ 31": None, "§ 32": None},
    ),
    Made(
        "number and year after the sign",
        """Hällefors kommun
Kommunstyrelsen
PROTOKOLL
Sammanträdesdatum 2031-11-25

§ 230/31   Dnr: KS 2031/0594
Samverkan om ungdomsmottagning

Kommunstyrelsen beslutar
att ingå avtalet.

§ 231/31   Dnr: KS 2031/0601
Taxa för sotning

Kommunstyrelsen beslutar
att anta taxan.
""",
        "Hällefors",
        "Kommunstyrelsen",
        "2031-11-25",
        {"§ 230": "KS 2031/0594", "§ 231": "KS 2031/0601"},
    ),
    Made(
        "the § history on the line",
        """Socialnämnden
Sammanträdesprotokoll
2016-05-26
Åsele kommun

Sn 50 Au 84 Sn 34 Au 57 Dnr 2016/112

Ny organisation

Socialnämnden beslutar
Organisationen antas.

Sn 51 Au 85 Dnr 2016/98

Budgetuppföljning

Socialnämnden beslutar
Uppföljningen godkänns.
""",
        "Åsele",
        "Socialnämnden",
        "2016-05-26",
        {"§ 50": "2016/112", "§ 51": "2016/98"},
    ),
    Made(
        "a list of contents with dots and nothing more",
        """(1)

Utses att justera Ada Ek (S), Bo Al (M) Paragrafer 44 - 46

Justeringens plats och tid Kommunhuset i Svalöv, 2031-10-18, kl. 16.30

Sekreterare

N N

ANSLAG/BEVIS

Nämnd Bygg- och räddningsnämnden

Sammanträdesdatum 2031-10-16

Datum då anslaget sätts upp 2031-10-19 Datum då anslaget tas ned 2031-11-11

(3)

Innehållsförteckning

Ärende Sida

§ 44 Upprop ...4

§ 45 Val av justerare och godkännande av listan ...5

§ 46 Delårsrapport 2031...6
""",
        "Svalöv",
        "Bygg- och räddningsnämnden",
        "2031-10-16",
        {"§ 44": None, "§ 45": None, "§ 46": None},
    ),
    Made(
        "a list of contents on three lines each",
        """Luleå kommun
Kommunstyrelsen
2031-10-06

Innehåll

§ 252
Val av justerare
6
§ 253
Månadsrapport
7 - 11
§ 254
Medborgarförslag om bastu
12
""",
        "Luleå",
        "Kommunstyrelsen",
        "2031-10-06",
        {"§ 252": None, "§ 253": None, "§ 254": None},
    ),
    Made(
        "a list of contents whose numbers stand together",
        """Kommunstyrelsens arbetsutskott
PROTOKOLL
Sammanträdesdatum
2016-02-16
Borgholms kommun

Innehållsförteckning

36
37
38

Fastställande av dagordning
Bostadsförsörjning
Ny hamnplan

4
5
6
""",
        "Borgholm",
        "Kommunstyrelsens arbetsutskott",
        "2016-02-16",
        {"§ 36": None, "§ 37": None, "§ 38": None},
    ),
    Made(
        "a list of contents on one line with lost numbers",
        """1 Nr 4 Byggnadsnämnden (39) Tid och plats onsdagen den 23 oktober 2030, klockan 8.30, i Nämndrummet Beslutande \
Ledamöter Ada Ek, ordf. (C) Utses att justera Bo Al (C) Justeringens plats och tid Färgelanda kommunkontor den 30 \
oktober 2030 ANSLAG/BEVIS Organ Byggnadsnämnden

2 Byggnadsnämnden Innehållsförteckning 67 Fastställa dagordning Prognos Detaljplan Sundby Granen 1:31 Förhandsbesked \
för enbostadshus 8 71 Tallen 7 Tillbyggnad av affär
""",
        "Färgelanda",
        "Byggnadsnämnden",
        "2030-10-23",
        {"§ 67": None, "§ 68": None, "§ 69": None, "§ 70": None, "§ 71": None},
    ),
    Made(
        "a notice whose Dnr stand after the titles",
        """KOMMUNSTYRELSEN KALLELSE Sammanträdesdatum 2012-10-02 PLATS OCH TID Storsalen, tisdag 2 oktober 2012, kl. 15.00 \
FÖREDRAGNINGSLISTA ÄRENDE DNR Val av protokolljusterare 1 Besök från föreningsrådet KS 12/324 2 Delårsbokslut per den \
31 augusti KS 12/229 3 Ombyggnad av gångväg 4 Köp av traktor KS 12/312 KS 12/313 5 Betalkort KS 07/38 N N Ordförande
""",
        None,
        "Kommunstyrelsen",
        "2012-10-02",
        {"1": "KS 12/324", "2": "KS 12/229", "3": "KS 12/312", "4": "KS 12/313", "5": "KS 07/38"},
    ),
    Made(
        "class-serial-year below items of a web page",
        """Din position: Hem > Solna stad > Skolnämnden > Sammanträde 2031-06-12

Sammanträde 2031-06-12

Klockan
19:00

3 Utseende av protokolljusterare

10 Månadsrapport maj 2031.

11 Omstrukturering av skolor.

Dnr 7-742-2030 och 5-744-2030

16 Cykelplan 2031.

Remiss från Trafiknämnden, dnr T 2030-313-01743.
Dnr 1.5.3-219-2031
""",
        "Solna",
        "Skolnämnden",
        "2031-06-12",
        {"3": None, "10": None, "11": "7-742-2030", "16": "1.5.3-219-2031"},
    ),
    Made(
        "serial/year with two digits",
        """Göteborgs Stad
Kommunstyrelsen
Protokoll nr 7
Sammanträdesdatum: 2019-04-10

§ 263
Dnr 0263/19
Planbesked för Lilla gatan

Beslut
Planbesked ges.

§ 264
Dnr 0031/19
Yttrande över motion

Beslut
Kommunstyrelsen föreslår att kommunfullmäktige beslutar att avslå motionen.
""",
        "Göteborg",
        "Kommunstyrelsen",
        "2019-04-10",
        {"§ 263": "0263/19", "§ 264": "0031/19"},
    ),
    Made(
        "registry-year-serial labelled Ärendenummer",
        """Kommunstyrelsen
Sammanträdesdatum: 2023-11-15
Tid och plats: Rådhuset i Mölndal, kl. 9.00

Paragrafer: § 811-812

§ 811
Ärendenummer: SLK-2023-01047
Ny förskola vid ån

Beslut
Förskolan byggs.

§ 812
Ärendenummer: SLK-2023-00998
Höjd avgift

Beslut
Avgiften höjs.
""",
        "Mölndal",
        "Kommunstyrelsen",
        "2023-11-15",
        {"§ 811": "SLK-2023-01047", "§ 812": "SLK-2023-00998"},
    ),
    Made(
        "all labels first and all values after",
        """Kommunstyrelsen
Sammanträdesprotokoll
Sida
Datum
1 (14)
2008-12-02

Plats och tid
Beslutande

Stadshotellet i Hultsfred, kl. 10.00-12.00
Ada Ek (C), ordförande

KS 353/2008
Fastighetsköp

Beslut
Fastigheten köps.

KS 354/2008
Julgåva

Beslut
Gåvan godkänns.
""",
        "Hultsfred",
        "Kommunstyrelsen",
        "2008-12-02",
        {"§ 353": None, "§ 354": None},
    ),
    Made(
        "the number of the Dnr lost",
        """Lysekils kommun
Miljönämnden
Sammanträdesprotokoll 2017-08-31

§ 77  Dnr LKS
Avloppsanläggningar

Miljönämndens beslut
Informationen noteras.

§ 78  Dnr 2017/
Tillsynsplan

Miljönämndens beslut
Planen antas.
""",
        "Lysekil",
        "Miljönämnden",
        "2017-08-31",
        {"§ 77": None, "§ 78": None},
    ),
    Made(
        "the day of the meeting beside its time, the Dnr after the title",
        """Stadsbyggnadsnämnden
PROTOKOLL 5/2031
Sammanträdestid 2031-05-22 kl. 13:00-15:30
Plats Stadshuset, Malmö
Närvarande vid uppropet
Ada Ek (S) ordförande

§ 101 Val av justerare
Beslut
Bo Al väljs.

§ 102 Detaljplan för kvarteret Skatan (Dnr SBN 2030/1123)
Beslut
Planen antas.
""",
        "Malmö",
        "Stadsbyggnadsnämnden",
        "2031-05-22",
        {"§ 101": None, "§ 102": "SBN 2030/1123"},
    ),
    Made(
        "the day in the line of time and place",
        """Östra Göinge kommun
Kommunstyrelsens tekniska utskott
Protokoll
Tid och plats: Kommunhuset i Broby, 2031-09-24 kl. 9.00
Justeringens plats och tid: Kommunhuset 2031-09-30

§ 9 Budgetram Dnr 2031/41
Utskottets beslut
Budgetramen antas.
""",
        "Östra Göinge",
        "Kommunstyrelsens tekniska utskott",
        "2031-09-24",
        {"§ 9": "2031/41"},
    ),
)
