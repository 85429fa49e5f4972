"""First pages as copies of documents on the web hold them: each page one long line, digits and line ends lost here and there.
Places are real names; persons, matters and numbers are invented."""

from tests.indexer.heads_made import Made

RUN_TOGETHER = (
    Made(
        "a front page and a § on a line each",
        """1 KOMMUNSTYRELSEN Sammanträdesprotokoll 1 (24) Plats och tid Kommunhuset i Tibro, Stora salen, tisdagen den 11 mars 2031 \
kl. 13.00-15.30 Beslutande Ada Ek (S), ordförande Bo Al (M) Cia Lind (C) Övriga deltagande Dan Rönn, kommunchef Utses att justera \
Bo Al Justeringens plats och tid Kommunhuset den 14 mars 2031 Underskrifter Sekreterare Dan Rönn Paragrafer 41-58 Ordförande Ada Ek \
Justerande Bo Al ANSLAG/BEVIS Protokollet är justerat. Justeringen har tillkännagivits genom anslag. Organ Kommunstyrelsen

2 KOMMUNSTYRELSEN Sammanträdesprotokoll 2 (24) § 41 Dnr 2031/00120 Svar på motion om laddstolpar Kommunstyrelsens beslut Motionen \
avslås. Sammanfattning av ärendet En motion har kommit in om laddstolpar. Beslutsunderlag Tjänsteskrivelse 2031-02-20 § 42 Dnr \
2030/00877 Försäljning av brandstationen Kommunstyrelsens beslut Stationen säljs. Justerandes signatur Utdragsbestyrkande
""",
        "Tibro",
        "Kommunstyrelsen",
        "2031-03-11",
        {"§ 41": "2031/00120", "§ 42": "2030/00877"},
    ),
    Made(
        "the body before each number",
        """1 DOROTEA KOMMUN Sammanträdesprotokoll Blad 1 Kommunstyrelsen 2018-09-25 Plats och tid Kommunhuset, kl 09.00-14.30 Beslutande \
Enligt närvarolista Utses att justera Ada Ek Justeringens plats och tid Kommunkontoret Paragrafer 80-97 Sekreterare Bo Al Ordförande \
Cia Lind BEVIS OM ANSLAG Organ Kommunstyrelsen

2 KS § 80 KS/2018:298 - 001 Upphandling av snöröjning Kommunstyrelsens beslut Upphandlingen avbryts. KS § 81 KS/2017:224-209 \
Parkering vid skolan Kommunstyrelsens beslut Parkeringen byggs ut. KS § 82 KS/2018:51 - 041 Budget Kommunstyrelsens beslut att \
godkänna budgeten
""",
        "Dorotea",
        "Kommunstyrelsen",
        "2018-09-25",
        {"§ 80": "KS/2018:298", "§ 81": "KS/2017:224", "§ 82": "KS/2018:51"},
    ),
    Made(
        "numbers without a sign, with a label",
        """1 Bräcke kommun Kommunfullmäktige Sammanträdesprotokoll 1 (31) Plats och tid Folkets hus, onsdagen den 29 april 2031, kl 10.00 \
Beslutande Se bilaga Utses att justera Ada Ek och Bo Al Underskrifter Sekreterare Paragrafer 26-44 Ordförande Cia Lind Justerande \
ANSLAG/BEVIS Beslutsinstans Kommunfullmäktige Sammanträdesdatum Datum för anslags uppsättande

2 Kommunfullmäktige Sammanträdesprotokoll 2 (31) Kf 26 Dnr KS 2031/14 Information från räddningstjänsten Kommunfullmäktiges beslut \
Informationen noteras. Kf 27 Dnr KS 2030/425 Försäljning av skolan Kommunfullmäktiges beslut Skolan säljs.
""",
        "Bräcke",
        "Kommunfullmäktige",
        "2031-04-29",
        {"§ 26": "KS 2031/14", "§ 27": "KS 2030/425"},
    ),
    Made(
        "a list of contents with dots",
        """1 Socialnämnden Sammanträdesdatum 2031-05-20 1 (18) Tid och plats Stadshuset i Säffle, klockan 13:15 16:00 Beslutande \
ledamöter Ada Ek (S), ordförande Bo Al (L) Ej tjänstgörande ersättare Cia Lind (V) Justerare Bo Al (L) Paragrafer 55-58 Anslagsbevis

2 Socialnämnden Sammanträdesdatum 2031-05-20 2 (18) Innehållsförteckning § 55 Fastställande av dagordning ... 3 § 56 \
Budgetuppföljning ... 4 § 57 Svar på granskning av hemtjänsten ... 6 § 58 Anmälan av delegationsbeslut ... 8
""",
        "Säffle",
        "Socialnämnden",
        "2031-05-20",
        {"§ 55": None, "§ 56": None, "§ 57": None, "§ 58": None},
    ),
    Made(
        "a notice whose items have their Dnr after them",
        """1 KALLELSE Datum 2031-01-20 Barn- och utbildningsnämnden Barn- och utbildningsnämnden kallas till sammanträde Tid Torsdagen \
den 6 februari 2031, kl. 13:00 Plats Sessionssalen, Tranås stadshus Ärenden 1. Upprop 2. Val av justerare 3. Bokslut för nämnden \
Dnr 2031/00031 4. Läsårstider Dnr 2030/00416 5. Skolskjuts, nya regler Dnr 2030/00390 Ada Ek Ordförande Bo Al Sekreterare
""",
        "Tranås",
        "Barn- och utbildningsnämnden",
        "2031-02-06",
        {"1": None, "2": None, "3": "2031/00031", "4": "2030/00416", "5": "2030/00390"},
    ),
    Made(
        "registry joined to year, no label",
        """1 1(30) Kommunstyrelsen Sammanträdesprotokoll Datum Sida 2031-06-03 1(30) Plats och tid Kommunhuset, kl 08:30 Beslutande \
Ada Ek (M), ordf Bo Al (S) Ersättare Övriga närvarande Cia Lind, sekreterare Utses att justera Bo Al Justeringens plats och tid \
Kommunkansliet i Tingsryd 2031-06-09 Underskrifter Paragrafer 117-139 ANSLAG/BEVIS Organ Kommunstyrelsen Sammanträdesdatum 2031-06-03

2 §117 Reviderad taxa för slamtömning Ks2031/0324 294 Beslut Kommunstyrelsen antar taxan. Ärendebeskrivning Taxan ses över vart \
tredje år. §118 Svar på medborgarförslag om gatljus Ks2030/0614 024 Beslut Kommunstyrelsen avslår förslaget.
""",
        "Tingsryd",
        "Kommunstyrelsen",
        "2031-06-03",
        {"§ 117": "Ks2031/0324", "§ 118": "Ks2030/0614"},
    ),
    Made(
        "the digits of days and hours lost",
        """1 Nr 6 Kultur- och fritidsnämnden (22) Tid och plats torsdagen den 8 juni 2028, klockan , Rådhuset Beslutande Ledamöter Ada Ek, \
ordf. (KD) Bo Al (S) Tjänstgörande ersättare Cia Lind (M) för Dan Rönn (M) Utses att justera Bo Al Justeringens plats och tid \
Åmåls kommunhus den 13 juni 2028 Underskrifter Sekreterare Justerande ANSLAG/BEVIS Organ Kultur- och fritidsnämnden

2 Kultur- och fritidsnämnden 2 § 31 Dnr KFN 2028/19 Bidrag till föreningar Kultur- och fritidsnämndens beslut Bidragen \
betalas ut. § 32 Dnr KFN 2028/7 Öppettider på biblioteket Kultur- och fritidsnämndens beslut Öppettiderna fastställs.
""",
        "Åmål",
        "Kultur- och fritidsnämnden",
        "2028-06-08",
        {"§ 31": "KFN 2028/19", "§ 32": "KFN 2028/7"},
    ),
    Made(
        "the § history and the year alone",
        """1 Åsele kommun Protokoll Socialnämnden 2026-05-21 Plats och tid Rådhuset, kl 10.00-15.15 Beslutande Ada Ek, C, ordförande \
Bo Al, S Justerare Bo Al Paragrafer 50-61 ANSLAG/BEVIS Organ Socialnämnden

2 Sn 50 Au 84 Sn 34 Dnr 2026/112 Ny organisation Arbetsutskottet föreslår att organisationen antas. Socialnämnden beslutar att anta \
organisationen. Sn 51 Au 85 Dnr 2026/98 Budgetuppföljning Socialnämnden beslutar att godkänna uppföljningen.
""",
        "Åsele",
        "Socialnämnden",
        "2026-05-21",
        {"§ 50": "2026/112", "§ 51": "2026/98"},
    ),
    Made(
        "minutes with references among the headings",
        """1 Protokoll 1 (12) Datum 2031-09-09 Kommunstyrelsens arbetsutskott Plats och tid Kommunhuset, Hedesunda, kl. 08.30 Beslutande \
Ada Ek (S), ordförande Övriga deltagande Bo Al, kanslichef Utses att justera Cia Lind Sekreterare Paragrafer 90-99 Anslag/bevis \
Nämnd Kommunstyrelsens arbetsutskott, Ockelbo kommun

2 § 90 Dnr 2031/300 Ny översiktsplan Arbetsutskottets förslag till kommunstyrelsen Planen ställs ut. Ärendebeskrivning \
Kommunfullmäktige beslutade 2030-11-03 § 112 att planen ska ses över enligt 3 kap. 20 § plan- och bygglagen. Kommunstyrelsen har den \
4 mars 2031, § 31, gett förvaltningen i uppdrag att ta fram ett förslag. § 91 Dnr 2031/255 Bredband Arbetsutskottets beslut \
Informationen noteras.
""",
        "Ockelbo",
        "Kommunstyrelsens arbetsutskott",
        "2031-09-09",
        {"§ 90": "2031/300", "§ 91": "2031/255"},
    ),
    Made(
        "all on one line",
        """SAMMANTRÄDESPROTOKOLL Sammanträdesdatum 2031-10-14 Miljö- och byggnadsnämnden 1 (9) Plats och tid Kommunhuset, Vingåker, kl \
13:30-15:00 Beslutande Ada Ek (S) Bo Al (C) Utses att justera Bo Al (C) Paragrafer §§ 71-73 Underskrifter Sekreterare Cia Lind \
Ordförande Ada Ek ANSLAG/BEVIS Protokollet är justerat § 71 Dnr MBN 2031-310 Bygglov för förråd Miljö- och byggnadsnämndens beslut \
Bygglov ges. § 72 Dnr MBN 2031-288 Tillsynsplan Miljö- och byggnadsnämndens beslut Planen antas. § 73 Delgivningar Miljö- och \
byggnadsnämndens beslut Delgivningarna läggs till handlingarna.
""",
        "Vingåker",
        "Miljö- och byggnadsnämnden",
        "2031-10-14",
        {"§ 71": "MBN 2031-310", "§ 72": "MBN 2031-288", "§ 73": None},
    ),
    Made(
        "numbers in a list of contents whose pages follow",
        """1 Malå kommun Kommunfullmäktige Sammanträdesprotokoll Sammanträdesdatum 2031-02-24 Plats och tid Folkets hus, kl. 18.30 \
Beslutande Se bifogad lista Utses att justera Ada Ek, Bo Al Paragrafer 1-4 ANSLAG/BEVIS Organ Kommunfullmäktige

2 Ärendelista § 1 Val av justerare 3 § 2 Medborgarförslag om utegym 4 § 3 Reglemente för valnämnden 5 § 4 Avsägelser 6
""",
        "Malå",
        "Kommunfullmäktige",
        "2031-02-24",
        {"§ 1": None, "§ 2": None, "§ 3": None, "§ 4": None},
    ),
    Made(
        "a notice with a Dnr column",
        """KALLELSE/FÖREDRAGNINGSLISTA Kommunfullmäktige Plats: Bergasalen, Trosa Tid: Måndagen den 16 juni 2031 klockan 18.00 Nr Ärende \
Dnr 1 Upprop 2 Val av justerare 3 Årsredovisning 2030 KS 2031/55 4 Ansvarsfrihet för direktionen \
KS 2031/61 5 Motion om busskort KS 2030/144 \
Ada Ek Ordförande
""",
        "Trosa",
        "Kommunfullmäktige",
        "2031-06-16",
        {"1": None, "2": None, "3": "KS 2031/55", "4": "KS 2031/61", "5": "KS 2030/144"},
    ),
    Made(
        "the sign and a year on the number, one long line",
        """PROTOKOLL 1 (50) Sammanträdesdatum 2031-11-25 Kommunstyrelsen Plats och tid: Kommunhuset i Fagersta, kl 13.15 16.40 Beslutande: \
Ada Ek (S) Bo Al (M) Justerare: Bo Al Justeringens plats och tid: Kommunkansliet Underskrifter Sekreterare Ordförande § 230/31 Dnr: \
KS 2031/0594 Samverkan om ungdomsmottagning Kommunstyrelsen beslutar att ingå avtalet. § 231/31 Dnr: KS 2031/0601 Taxa för sotning \
Kommunstyrelsen beslutar att anta taxan.
""",
        "Fagersta",
        "Kommunstyrelsen",
        "2031-11-25",
        {"§ 230": "KS 2031/0594", "§ 231": "KS 2031/0601"},
    ),
    Made(
        "the number before the Dnr of another registry",
        """1 LEKEBERGS KOMMUN Tekniska nämnden Sammanträdesdatum 2014-02-27 Plats och tid Sessionssalen kl. 14.00 Beslutande Ada Ek (C) Bo \
Al (S) Utses att justera Bo Al Paragrafer 21-30 ANSLAG/BEVIS Organ Tekniska nämnden

2 TEKNISKA NÄMNDEN Sammanträdesdatum 2014-02-27 TNKF/2014:1 § 21 Nytt reglemente Tekniska nämndens beslut Reglementet antas. \
TNKF/2013:212 § 22 Gatunamn vid torget Tekniska nämndens beslut Namnen godkänns.
""",
        "Lekeberg",
        "Tekniska nämnden",
        "2014-02-27",
        {"§ 21": "TNKF/2014:1", "§ 22": "TNKF/2013:212"},
    ),
)
