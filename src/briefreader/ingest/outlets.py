"""Which publisher a host belongs to, for hosts whose name does not say it.

Written by hand for this project from what these outlets call themselves; no list of others was copied. A host that is
missing is named by its own words: see :mod:`briefreader.ingest.hosts`.
"""

_OUTLETS = """
abc.es ABC|abc.net.au ABC News|abcnews.go.com ABC News|adweek.com Adweek|aerotime.aero AeroTime|afp.com AFP
afr.com Australian Financial Review|aftenposten.no Aftenposten|agenceecofin.com Agence Ecofin
aljazeera.com Al Jazeera|allafrica.com allAfrica|americanbanker.com American Banker|ammonnews.net Ammon News
androidauthority.com Android Authority|androidcentral.com Android Central|ansa.it ANSA|ap.org Associated Press
apnews.com Associated Press|appleinsider.com AppleInsider|ard.de ARD|arstechnica.com Ars Technica
artnews.com ARTnews|arxiv.org arXiv|asahi.com The Asahi Shimbun|atlanticcouncil.org Atlantic Council
auswaertiges-amt.de Auswärtiges Amt|avclub.com The A.V. Club|axios.com Axios|bangkokpost.com Bangkok Post
bankofengland.co.uk Bank of England|barrons.com Barron's|bbc.co.uk BBC|bbc.com BBC|benzinga.com Benzinga
bild.de Bild|bis.org Bank for International Settlements|bitcoinops.org Bitcoin Optech
bleepingcomputer.com BleepingComputer|bloomberg.com Bloomberg|bloomberglaw.com Bloomberg Law|bmj.com BMJ
bostonglobe.com The Boston Globe|breakingdefense.com Breaking Defense|brookings.edu Brookings
businessinsider.com Business Insider|businessinsider.de Business Insider|business-standard.com Business Standard
businesswire.com Business Wire|buzzfeednews.com BuzzFeed News|caixinglobal.com Caixin Global
calcalistech.com CTech|carbonbrief.org Carbon Brief|cbc.ca CBC|cbsnews.com CBS News|cell.com Cell
cfr.org Council on Foreign Relations|channelnewsasia.com CNA|chicagotribune.com Chicago Tribune
china.org.cn China.org.cn|chinadaily.com.cn China Daily|cincodias.elpais.com Cinco Días|cio.com CIO
cisa.gov CISA|citylab.com CityLab|clarin.com Clarín|cnbc.com CNBC|cnet.com CNET|cnn.com CNN
cnnespanol.cnn.com CNN en Español|coindesk.com CoinDesk|cointelegraph.com Cointelegraph
computerbase.de ComputerBase|computerweekly.com Computer Weekly|computerworld.com Computerworld
corriere.it Corriere della Sera|crn.com CRN|csis.org CSIS|csmonitor.com The Christian Science Monitor
csoonline.com CSO|cyberscoop.com CyberScoop|dailymail.co.uk Daily Mail|darkreading.com Dark Reading
datacenterdynamics.com DCD|dawn.com Dawn|deadline.com Deadline|decrypt.co Decrypt|defenseone.com Defense One
derstandard.at Der Standard|dezeen.com Dezeen|di.se Dagens industri|digitaltrends.com Digital Trends
digitimes.com DigiTimes|dn.no Dagens Næringsliv|dn.se Dagens Nyheter|dr.dk DR|dw.com Deutsche Welle
ec.europa.eu European Commission|ecb.europa.eu European Central Bank
economictimes.indiatimes.com The Economic Times|economist.com The Economist|eetimes.com EE Times|eff.org EFF
eia.gov U.S. Energy Information Administration|elconfidencial.com El Confidencial|eldiario.es elDiario.es
eleconomista.es El Economista|elmundo.es El Mundo|elpais.com El País|endpts.com Endpoints News
engadget.com Engadget|esa.int ESA|espn.com ESPN|euronews.com Euronews|europa.eu European Union
europapress.es Europa Press|expansion.com Expansión|expressen.se Expressen|fastcompany.com Fast Company
faz.net Frankfurter Allgemeine Zeitung|fda.gov FDA|federalreserve.gov Federal Reserve
fiercebiotech.com Fierce Biotech|fiercepharma.com Fierce Pharma|finance.yahoo.com Yahoo Finance
fnlondon.com Financial News|folha.uol.com.br Folha de S.Paulo|forbes.com Forbes
foreignaffairs.com Foreign Affairs|foreignpolicy.com Foreign Policy|fortune.com Fortune
foxbusiness.com Fox Business|foxnews.com Fox News|france24.com France 24|freightwaves.com FreightWaves
ft.com Financial Times|ftc.gov FTC|g1.globo.com G1|gamespot.com GameSpot|gazeta.ru Gazeta.ru
geekwire.com GeekWire|github.blog The GitHub Blog|github.com GitHub|gizmodo.com Gizmodo
globaltimes.cn Global Times|globenewswire.com GlobeNewswire|golem.de Golem.de|gov.uk GOV.UK
groups.google.com Google Groups|haaretz.com Haaretz|handelsblatt.com Handelsblatt
hbr.org Harvard Business Review|heise.de heise online|helpnetsecurity.com Help Net Security
hindustantimes.com Hindustan Times|hollywoodreporter.com The Hollywood Reporter|hs.fi Helsingin Sanomat
huffpost.com HuffPost|iea.org IEA|ign.com IGN|ilsole24ore.com Il Sole 24 Ore|imf.org IMF|inc.com Inc.
independent.co.uk The Independent|independent.ie Irish Independent|indianexpress.com The Indian Express
indiatoday.in India Today|infoq.com InfoQ|infoworld.com InfoWorld|insider.com Insider|interfax.ru Interfax
investing.com Investing.com|investors.com Investor's Business Daily|irishtimes.com The Irish Times
ithome.com IT之家|itnews.com.au iTnews|japantimes.co.jp The Japan Times|jis.gov.jm Jamaica Information Service
joc.com Journal of Commerce|jpost.com The Jerusalem Post|justice.gov U.S. Department of Justice
kommersant.ru Коммерсантъ|koreaherald.com The Korea Herald|koreatimes.co.kr The Korea Times
krebsonsecurity.com Krebs on Security|kyivindependent.com The Kyiv Independent|lalibre.be La Libre
lanacion.com.ar La Nación|lastampa.it La Stampa|latimes.com Los Angeles Times|lavanguardia.com La Vanguardia
lefigaro.fr Le Figaro|lemonde.fr Le Monde|leparisien.fr Le Parisien|lesechos.fr Les Echos
lesswrong.com LessWrong|letemps.ch Le Temps|liberation.fr Libération|lightreading.com Light Reading
livemint.com Mint|livescience.com Live Science|lrb.co.uk London Review of Books|lwn.net LWN.net
macrumors.com MacRumors|mainichi.jp The Mainichi|marketwatch.com MarketWatch|mashable.com Mashable
medium.com Medium|militarytimes.com Military Times|mit.edu MIT|morningstar.com Morningstar|msn.com MSN
nasa.gov NASA|nationalgeographic.com National Geographic|nationalpost.com National Post|nature.com Nature
nbcnews.com NBC News|ndtv.com NDTV|nejm.org The New England Journal of Medicine|newrepublic.com The New Republic
news.cn Xinhua|news.sky.com Sky News|news.ycombinator.com Hacker News|newscientist.com New Scientist
newyorker.com The New Yorker|nextgov.com Nextgov|nhk.or.jp NHK|nikkei.com Nikkei|asia.nikkei.com Nikkei Asia
nist.gov NIST|nltimes.nl NL Times|nos.nl NOS|npr.org NPR|nrc.nl NRC|nrk.no NRK|ntv.de n-tv
nymag.com New York Magazine|nypost.com New York Post|nytimes.com The New York Times|nzherald.co.nz NZ Herald
nzz.ch Neue Zürcher Zeitung|observer.com Observer|oecd.org OECD|oilprice.com OilPrice.com|opec.org OPEC
orf.at ORF|ouest-france.fr Ouest-France|pbs.org PBS|pcgamer.com PC Gamer|pcmag.com PCMag|pcworld.com PCWorld
phoronix.com Phoronix|phys.org Phys.org|platformer.news Platformer|pnas.org PNAS|politico.com POLITICO
politico.eu POLITICO|polygon.com Polygon|popsci.com Popular Science|prnewswire.com PR Newswire
propublica.org ProPublica|prweek.com PRWeek|quantamagazine.org Quanta Magazine|qz.com Quartz|rbc.ru РБК
rand.org RAND|reddit.com Reddit|rediff.com Rediff|repubblica.it la Repubblica|restofworld.org Rest of World
reuters.com Reuters|rfi.fr RFI|ria.ru РИА Новости|rnz.co.nz RNZ|rollingstone.com Rolling Stone|rte.ie RTÉ
rtve.es RTVE|rts.ch RTS|scientificamerican.com Scientific American|science.org Science
sciencedaily.com ScienceDaily|scmp.com South China Morning Post|sec.gov SEC|securityweek.com SecurityWeek
seekingalpha.com Seeking Alpha|semafor.com Semafor|semianalysis.com SemiAnalysis
sfchronicle.com San Francisco Chronicle|sfgate.com SFGATE|siliconangle.com SiliconANGLE|slashdot.org Slashdot
slate.com Slate|smh.com.au The Sydney Morning Herald|smithsonianmag.com Smithsonian Magazine|sohu.com 搜狐
space.com Space.com|spacenews.com SpaceNews|spectator.co.uk The Spectator|spectrum.ieee.org IEEE Spectrum
spglobal.com S&P Global|spiegel.de DER SPIEGEL|srf.ch SRF|standard.co.uk Evening Standard
state.gov U.S. Department of State|statnews.com STAT|straitstimes.com The Straits Times
stratechery.com Stratechery|stuff.co.nz Stuff|sueddeutsche.de Süddeutsche Zeitung|svd.se Svenska Dagbladet
svt.se SVT|t-online.de t-online|t3n.de t3n|tagesschau.de tagesschau|tagesspiegel.de Der Tagesspiegel
tass.com TASS|taz.de taz|techcrunch.com TechCrunch|technologyreview.com MIT Technology Review
techradar.com TechRadar|techrepublic.com TechRepublic|telegraph.co.uk The Telegraph|telex.hu Telex
the-decoder.com The Decoder|theatlantic.com The Atlantic|theblock.co The Block
theconversation.com The Conversation|theglobeandmail.com The Globe and Mail|theguardian.com The Guardian
thehackernews.com The Hacker News|thehill.com The Hill|thehindu.com The Hindu|theinformation.com The Information
theintercept.com The Intercept|thelancet.com The Lancet|thelocal.de The Local|thenation.com The Nation
thenextweb.com The Next Web|theonion.com The Onion|theregister.com The Register|theregister.co.uk The Register
therecord.media The Record|thestar.com Toronto Star|thesun.co.uk The Sun|thetimes.co.uk The Times
thetimes.com The Times|theverge.com The Verge|thewire.in The Wire|time.com TIME
timesofindia.indiatimes.com The Times of India|timesofisrael.com The Times of Israel|tomsguide.com Tom's Guide
tomshardware.com Tom's Hardware|trendforce.com TrendForce|trendmicro.com Trend Micro
treasury.gov U.S. Department of the Treasury|un.org United Nations|unctad.org UNCTAD|upi.com UPI
usatoday.com USA Today|usnews.com U.S. News & World Report|usni.org USNI|utilitydive.com Utility Dive
valor.globo.com Valor Econômico|vanityfair.com Vanity Fair|variety.com Variety|venturebeat.com VentureBeat
vice.com VICE|volkskrant.nl de Volkskrant|vox.com Vox|warontherocks.com War on the Rocks
washingtonexaminer.com Washington Examiner|washingtonpost.com The Washington Post
washingtontimes.com The Washington Times|welt.de WELT|whitehouse.gov The White House
bidenwhitehouse.archives.gov The White House|obamawhitehouse.archives.gov The White House
trumpwhitehouse.archives.gov The White House|who.int WHO
wikipedia.org Wikipedia|wired.com WIRED|wired.co.uk WIRED|wiwo.de WirtschaftsWoche
wsj.com The Wall Street Journal|wto.org WTO|xda-developers.com XDA|xinhuanet.com Xinhua
ycombinator.com Y Combinator|yahoo.com Yahoo|yle.fi Yle|ynetnews.com Ynetnews|yomiuri.co.jp The Yomiuri Shimbun
yonhapnews.co.kr Yonhap|yna.co.kr Yonhap|youtube.com YouTube|zdf.de ZDF|zdnet.com ZDNET|zdnet.de ZDNet
zeit.de DIE ZEIT|zerohedge.com ZeroHedge|36kr.com 36氪|404media.co 404 Media|9to5google.com 9to5Google
9to5mac.com 9to5Mac
"""


def _by_host() -> dict[str, str]:
    pairs = (entry.split(" ", 1) for line in _OUTLETS.strip().split("\n") for entry in line.split("|"))
    return {host: name.strip() for host, name in pairs}


OUTLETS = _by_host()
"""What a publisher calls itself, by its host."""
NAMES = {name.casefold(): name for name in OUTLETS.values()}
"""The names alone, by how they are written without capitals."""
