"""The gazetteer's entries: usual name, then aliases, by what they are.

A name of one ordinary word that is no alias of anything else ("Science", "Insider") stands here only where it is a
source in nearly every text; everything else is told by how it is used.
"""

from briefreader.model.citation import SourceType

SOURCES: dict[SourceType, str] = {
    "wire": """Reuters|Thomson Reuters|reuters.com; Associated Press|AP|The Associated Press|apnews.com;
        Agence France-Presse|AFP; Bloomberg|Bloomberg News|bloomberg.com; Dow Jones|Dow Jones Newswires;
        Kyodo|Kyodo News; Xinhua; dpa; EFE; ANSA; Yonhap|Yonhap News Agency; PTI|Press Trust of India; PR Newswire;
        Business Wire; GlobeNewswire; RTTNews; ITAR-TASS|TASS; Interfax; MNI; Newsquawk; Bloomberg Law;
        Bloomberg Intelligence; PA Media; UPI; Jiji|Jiji Press""",
    "publisher": """The Wall Street Journal|Wall Street Journal|WSJ|wsj.com;
        The New York Times|New York Times|NYT|NY Times|nytimes.com;
        The Washington Post|Washington Post|WaPo|washingtonpost.com;
        Financial Times|FT|The Financial Times|ft.com; The Information|theinformation.com;
        TechCrunch|TechCrunch AI|techcrunch.com; The Verge|theverge.com; Wired|WIRED|wired.com;
        Ars Technica|arstechnica.com; Forbes|forbes.com; Fortune|fortune.com; CNBC|cnbc.com; CNN|cnn.com;
        BBC|BBC News|bbc.com|bbc.co.uk; NBC News|NBC|nbcnews.com; CBS News|CBS|cbsnews.com; ABC News;
        Fox News|Fox Business; NPR|npr.org; Politico|politico.com|politico.eu; Axios|axios.com;
        Business Insider|businessinsider.com; The Guardian|Guardian|theguardian.com;
        The Economist|economist.com; Nikkei|Nikkei Asia|asia.nikkei.com;
        South China Morning Post|SCMP|scmp.com; The Decoder|the-decoder.com|THE DECODER;
        VentureBeat|venturebeat.com; ZDNet|zdnet.com; MIT Technology Review|technologyreview.com;
        IEEE Spectrum|spectrum.ieee.org; Semafor|semafor.com; Puck|puck.news; The Register|theregister.com;
        Engadget|engadget.com; Gizmodo; Mashable; The Atlantic|theatlantic.com; Nature|nature.com;
        MarketWatch|marketwatch.com; Barron's|barrons.com; Yahoo Finance|finance.yahoo.com;
        Seeking Alpha|seekingalpha.com; USA Today|usatoday.com; Los Angeles Times|LA Times|latimes.com;
        The Hill|thehill.com; HuffPost|Huffington Post; Der Spiegel|Spiegel|spiegel.de; Le Monde|lemonde.fr;
        Latent Space|latent.space; Stratechery|stratechery.com; SemiAnalysis|semianalysis.com;
        Platformer|platformer.news; Tom's Hardware|tomshardware.com;
        Data Center Dynamics|DCD|datacenterdynamics.com; DeepTrendLab; Modelwire;
        Hacker News|news.ycombinator.com; Wikipedia|wikipedia.org|en.wikipedia.org;
        Al Jazeera|aljazeera.com; 404 Media|404media.co; Rest of World|restofworld.org;
        Handelsblatt|handelsblatt.com; Frankfurter Allgemeine|FAZ|Frankfurter Allgemeine Zeitung|faz.net;
        Süddeutsche Zeitung|SZ|sueddeutsche.de; Die Zeit|zeit.de; Les Echos|lesechos.fr;
        Le Figaro|lefigaro.fr; El País|elpais.com; Expansión|expansion.com; Cinco Días; El Economista;
        Corriere della Sera; Il Sole 24 Ore; Telex|telex.hu; Euractiv|euractiv.com;
        The Telegraph|Daily Telegraph|telegraph.co.uk; The Times; Sunday Times; The Independent;
        Evening Standard; Daily Mail; Sky News|news.sky.com; Globe and Mail|The Globe and Mail;
        Toronto Star; Sydney Morning Herald; Australian Financial Review|AFR|afr.com;
        The Straits Times|straitstimes.com; Economic Times|The Economic Times; Mint|Livemint;
        Times of India; Caixin|caixin.com|Caixin Global; Global Times; People's Daily; China Daily; Yicai;
        Asahi Shimbun; Yomiuri Shimbun; Korea Herald; Haaretz; Globes; DigiTimes|digitimes.com; EE Times;
        STAT|STAT News|statnews.com; Endpoints News|Endpoints|endpts.com; Fierce Pharma; Fierce Biotech;
        BioPharma Dive; FierceBiotech; The Lancet|Lancet; New England Journal of Medicine|NEJM; JAMA;
        Lloyd's List|lloydslist.com; TradeWinds|tradewindsnews.com; Splash247; Journal of Commerce|JOC;
        FreightWaves|freightwaves.com; Automotive News; Electrek|electrek.co; Aviation Week; FlightGlobal;
        Utility Dive; Heatmap; E&E News; Canary Media; Oil Price|oilprice.com; American Banker; Risk.net;
        Institutional Investor; PitchBook News; Retail Dive; Supermarket News; The Grocer; Variety;
        Hollywood Reporter; Deadline; AdAge|Ad Age; Digiday; Quartz; Vox; Slate; The Intercept; ProPublica;
        Mother Jones; Time; Newsweek; Vanity Fair; New Yorker|The New Yorker; Houston Chronicle;
        Chicago Tribune; San Francisco Chronicle; Boston Globe; Seattle Times; Detroit News; Lawfare;
        Just Security; War on the Rocks; Defense News; Breaking Defense; Der Standard|derstandard.at;
        Neue Zürcher Zeitung|NZZ|nzz.ch; Tages-Anzeiger; De Volkskrant; Dagens Industri; Helsingin Sanomat;
        CoinDesk|coindesk.com; Cointelegraph; The Block|theblock.co; Decrypt|decrypt.co;
        Blockworks|blockworks.co; DL News; CryptoSlate; Investing.com; Barchart; Benzinga; Zacks|Zacks
        Investment Research; The Motley Fool|Motley Fool|fool.com; Kiplinger; TheStreet; Euronews; France
        24|France24; Deutsche Welle|dw.com; RFI; RTÉ|rte.ie; Kyiv Independent|kyivindependent.com; Ukrainska
        Pravda|pravda.com.ua; Kyiv Post; Moscow Times; Meduza; Times of Israel|timesofisrael.com; Jerusalem
        Post|jpost.com; Middle East Eye|middleeasteye.net; Al Arabiya; Arab News; Iran International; Tehran
        Times; Al-Monitor; Asharq Al-Awsat; The Hindu|thehindu.com; The Indian Express|Indian
        Express|indianexpress.com; Hindustan Times|hindustantimes.com; NDTV; India Today; Business
        Standard|business-standard.com; Moneycontrol; Firstpost; The Japan Times|Japan Times; NHK|NHK World;
        Mainichi; Taipei Times; Focus Taiwan; Channel NewsAsia|channelnewsasia.com; Bangkok Post; Jakarta
        Post; Rappler; VnExpress; Korea Times; Korea JoongAng Daily; Hankyoreh; The Age; The Australian; NZ
        Herald; RNZ; CBC|CBC News|cbc.ca; CTV News; Global News; National Post; Financial Post; BNN Bloomberg;
        Le Devoir; Clarín; Infobae; Folha de S.Paulo|Folha; O Globo; Estadão; Valor Econômico; El Universal;
        Milenio; El Tiempo; La Tercera; El Mercurio; El Mundo|elmundo.es; La Vanguardia; El Confidencial; RTVE;
        Libération; Mediapart; L'Express; Le Point; BFM TV|BFMTV; Franceinfo; La Tribune; Der
        Tagesspiegel|Tagesspiegel; Die Welt|welt.de; n-tv|ntv; Tagesschau|tagesschau.de; heise|heise
        online|heise.de; Golem|golem.de; t3n; WirtschaftsWoche; Manager Magazin; Die Presse; ORF; SRF; Le Temps;
        De Telegraaf; Het Financieele Dagblad; De Tijd; De Standaard; Le Soir; L'Echo; Politiken; Berlingske;
        Børsen; Aftenposten; Yle; Kauppalehti; Gazeta Wyborcza; Rzeczpospolita; La Repubblica; La Stampa;
        Kathimerini|Ekathimerini; Hürriyet; Daily Sabah; Anadolu Agency|Anadolu|aa.com.tr; Premium Times; Daily
        Maverick; News24; BleepingComputer|Bleeping Computer|bleepingcomputer.com; Krebs on
        Security|krebsonsecurity.com; The Record|therecord.media; Dark Reading|darkreading.com;
        SecurityWeek|securityweek.com; The Hacker News|thehackernews.com; CyberScoop; SC Media; Infosecurity
        Magazine|infosecurity-magazine.com; Security Affairs|securityaffairs.com; Help Net Security;
        Cybersecurity Dive; Schneier on Security|schneier.com; DataBreaches.net|databreaches.net; Cyber Security
        News|cybersecuritynews.com; 9to5Mac; 9to5Google; MacRumors; AppleInsider; Android Authority; PCMag;
        PCWorld; CNET; Tom's Guide; TechRadar; TechSpot; InfoQ; InfoWorld; Computerworld; The New Stack;
        LWN|LWN.net; Phoronix; SiliconANGLE|siliconangle.com; Silicon Republic|siliconrepublic.com; The Next
        Web; Tech.eu; GeekWire; Nieman Lab|niemanlab.org; Press Gazette; Poynter; Columbia
        Journalism Review; New Scientist; Scientific American; Quanta Magazine; ScienceDaily|sciencedaily.com;
        Phys.org; EurekAlert; Live Science; SpaceNews; PNAS; BMJ|The BMJ; PubMed; arXiv|arxiv.org; bioRxiv;
        medRxiv; SSRN; OpenReview; Carbon Brief; Inside Climate News; Rigzone; Natural Gas Intelligence;
        World Oil; Hellenic Shipping News|hellenicshippingnews.com; gCaptain; Seatrade Maritime; Mining.com;
        Kitco|Kitco News; PV Magazine; CleanTechnica|cleantechnica.com; Roll Call; Government
        Executive|GovExec; Nextgov; FedScoop; DefenseScoop; Stars and Stripes; Military Times; Foreign
        Affairs; Foreign Policy; The Diplomat; The Conversation; Bellingcat; Responsible Statecraft; PBS|PBS
        NewsHour|PBS News; MSNBC; The Daily Beast|Daily Beast; National Review; BuzzFeed News; Rolling Stone;
        The Daily Wire; New York Post|NY Post|nypost.com; Newsday; Miami Herald;
        Dallas Morning News; Texas Tribune; CalMatters; Denver Post; Arizona Republic; Star Tribune;
        Philadelphia Inquirer; Baltimore Sun; Atlanta Journal-Constitution; Tampa Bay Times; The Oregonian;
        International Business Times|IBTimes|ibtimes.co.uk; Yahoo News; MIT News; Harvard Business Review|HBR;
        CIO Dive; HousingWire; Law360; Electronic Design; ZeroHedge; FX Leaders; FXStreet|fxstreet.com;
        ForexLive; DailyFX; Finextra; PYMNTS; The Fly; Simply Wall St; TipRanks; MarketBeat|marketbeat.com;
        InvestorPlace; GuruFocus; Insider Monkey; AInvest|ainvest.com; The Pragmatic Engineer|Pragmatic Engineer""",
    "analyst": """Gartner|gartner.com; Forrester; IDC; McKinsey & Company|McKinsey|mckinsey.com;
        BCG|Boston Consulting Group; Bain & Company|Bain; Deloitte; PwC; KPMG; EY|Ernst & Young; Accenture;
        Goldman Sachs|Goldman; Morgan Stanley; JPMorgan|JP Morgan|J.P. Morgan|JPMorgan Chase;
        Bank of America|BofA|BofA Securities; Citi|Citigroup; UBS; Barclays; Bernstein; Jefferies; Wedbush;
        Moody's|Moody's Ratings|Moody's Analytics; Fitch|Fitch Ratings;
        S&P Global|S&P|S&P Global Ratings|Standard & Poor's; DBRS; Counterpoint Research|Counterpoint;
        Canalys; TrendForce; Omdia; CB Insights; Epoch AI; Stifel; Evercore|Evercore ISI; Cowen|TD Cowen;
        Piper Sandler; Raymond James; RBC|RBC Capital Markets; Deutsche Bank; HSBC;
        BNP Paribas|BNP Paribas Exane; Exane; Société Générale|Societe Generale|SocGen; Berenberg;
        Kepler Cheuvreux; Oddo BHF; Redburn|Redburn Atlantic; Nomura; Daiwa; Macquarie; CLSA; KeyBanc;
        Mizuho; Oppenheimer; Needham; William Blair; Leerink|Leerink Partners; Guggenheim; Truist;
        Wells Fargo; BMO; Scotiabank; ING; Rabobank; Commerzbank; Danske Bank; Nordea; SEB; ABN AMRO;
        Standard Chartered; Lazard; Rothschild; BlackRock; Vanguard; Capital Economics; Oxford Economics;
        TS Lombard; Pantheon Macroeconomics; Gavekal; BCA Research; Wood Mackenzie|WoodMac;
        Rystad|Rystad Energy; Kpler; Vortexa; Energy Aspects; FGE; Clarksons|Clarksons Research; Drewry;
        Alphaliner; Linerlytica; Xeneta; ISS|Institutional Shareholder Services; Glass Lewis; Morningstar;
        Argus Research; CFRA; New Street Research; MoffettNathanson; Bernstein Research;
        Keefe, Bruyette & Woods|KBW; Muddy Waters; Hindenburg|Hindenburg Research; Third Bridge;
        Dell'Oro|Dell'Oro Group; Yole|Yole Group; TechInsights; 451 Research; Ipsos; Nielsen|NielsenIQ;
        Kantar; Circana; Euromonitor; YouGov; Pew Research Center|Pew|Pew Research; Gallup;
        RAND|RAND Corporation; Brookings|Brookings Institution; Chatham House; Bruegel; Peterson Institute;
        CSIS; Cato Institute; Heritage Foundation; IHS Markit; GlobalData; Evaluate|Evaluate Pharma; IQVIA""",
    "data": """PitchBook; Crunchbase; LinkedIn; Indeed; Glassdoor; Similarweb; Statista; FactSet; Refinitiv; LSEG;
        Bloomberg Terminal; Visible Alpha; Synergy Research|Synergy Research Group; Dealroom; Sensor Tower;
        Stack Overflow; Platts|S&P Global Platts|S&P Global Commodity Insights;
        Argus|Argus Media|argusmedia.com; Freightos; Baltic Exchange; MarineTraffic; Cox Automotive;
        J.D. Power; Zillow; Redfin; CoStar; Case-Shiller; ADP; Challenger|Challenger, Gray & Christmas;
        Markit; ACEA; SMMT; VDA; KBA; Baker Hughes; NIC MAP; AppMagic; data.ai|App Annie; Placer.ai;
        YipitData; Second Measure; Earnest|Earnest Analytics; Dune; CoinGecko; Coinbase Data; Kaggle;
        Preqin; Dealogic; Mergermarket; Trepp; Fastmarkets; CRU|CRU Group; BloombergNEF|BNEF; Ember;
        Global Energy Monitor; OpenSecrets; Polymarket; Kalshi; Metaculus; Our World in Data; GfK;
        Consumer Reports;
        Trading Economics; TradingView; Finnhub; CoinMarketCap; Coinglass|CoinGlass; Glassnode; CryptoQuant;
        Nansen; DefiLlama; Chainalysis; Messari; Kaiko; CME FedWatch|FedWatch|CME FedWatch Tool; FRED;
        Macrotrends; CoreLogic; ICSG|International Copper Study Group; Bubblemaps; CoinShares; SoSoValue;
        Farside|Farside Investors; GasBuddy; Genscape; Yardeni; Citrini|Citrini Research;
        Steno Research; LME; COMEX; University of Michigan; Conference Board|The Conference Board; ISM|Institute
        for Supply Management; AAII; Freddie Mac; Fannie Mae; Mortgage Bankers Association; National
        Association of Realtors; Allied Market Research; Grand View Research; MarketsandMarkets; Mordor
        Intelligence; Fortune Business Insights; Precedence Research""",
    "regulator": """Federal Trade Commission|FTC|ftc.gov;
        SEC|Securities and Exchange Commission|sec.gov|US Securities and Exchange Commission;
        Department of Justice|DOJ|Justice Department|justice.gov; European Commission|Commission;
        FCC|Federal Communications Commission|fcc.gov;
        FDA|Food and Drug Administration|fda.gov|US Food and Drug Administration;
        Federal Reserve|Fed|federalreserve.gov|US Federal Reserve; Bank of England|BoE|bankofengland.co.uk;
        ECB|European Central Bank|ecb.europa.eu; Bank of Japan|BoJ|BOJ; People's Bank of China|PBoC|PBOC;
        Swiss National Bank|SNB; Bundesbank|Deutsche Bundesbank; Banque de France; Banco de España;
        Riksbank; Norges Bank; Reserve Bank of India|RBI; Reserve Bank of Australia|RBA; Bank of Canada;
        Bank of Korea; CMA|Competition and Markets Authority|UK Competition and Markets Authority;
        IMF|International Monetary Fund|imf.org; World Bank|worldbank.org; OECD|oecd.org;
        BIS|Bank for International Settlements; WTO|World Trade Organization;
        IEA|International Energy Agency|iea.org; OPEC|Opec; EPA|Environmental Protection Agency;
        Bureau of Labor Statistics|BLS|bls.gov;
        EIA|Energy Information Administration|eia.gov|US Energy Information Administration;
        Census Bureau|US Census Bureau; Bureau of Economic Analysis|BEA;
        Treasury|US Treasury|Treasury Department|HM Treasury; Congress; White House;
        Pentagon|Department of Defense; State Department; Commerce Department|Department of Commerce;
        Department of Energy|DOE; Labor Department|Department of Labor;
        FERC|Federal Energy Regulatory Commission; NHTSA; FAA|Federal Aviation Administration; EASA; NTSB;
        CFPB; CFTC; OCC; FDIC; FINRA; European Medicines Agency|EMA; MHRA; NICE;
        CMS|Centers for Medicare & Medicaid Services; CDC; NIH; WHO|World Health Organization;
        FCA|Financial Conduct Authority; PRA|Prudential Regulation Authority; Ofcom; Ofgem; Ofwat; BaFin;
        Bundeskartellamt; Bundesnetzagentur; AMF; CNMC; CNMV; Consob; AGCM; ESMA;
        EBA|European Banking Authority; SAMR; CSRC; MOFCOM; NDRC; MIIT; METI; JFTC; KFTC; SEBI; CCI;
        MAS|Monetary Authority of Singapore; ACCC; ASIC; Eurostat;
        Destatis|Statistisches Bundesamt|Statistischen Bundesamts|Statistischen Bundesamt;
        INSEE|Insee; Office for National Statistics|ONS; Office for Budget Responsibility|OBR;
        Congressional Budget Office|CBO; Government Accountability Office|GAO;
        National Bureau of Statistics; Statistics Canada; INE; Supreme Court;
        European Court of Justice|ECJ|Court of Justice of the European Union; European Parliament;
        European Council; Council of the EU; United Nations|UN; UNCTAD; IPCC; NATO;
        International Maritime Organization|IMO; IATA; USTR|US Trade Representative;
        ITC|International Trade Commission; NRC|Nuclear Regulatory Commission; PJM|PJM Interconnection;
        ERCOT; CAISO; MISO; National Grid ESO|NESO;
        CISA|Cybersecurity and Infrastructure Security Agency; NIST; NVD; MITRE; NSA; FBI; Europol; ENISA; NCSC;
        NOAA; NWS|National Weather Service; USGS; USDA; UNHCR; WFP; FAO; IAEA; ISW|Institute for the Study of
        War; International Crisis Group|Crisis Group; ACLED; SIPRI; IISS; Amnesty International; Human Rights
        Watch; UKMTO|United Kingdom Maritime Trade Operations""",
    "social": (
        "Reddit|reddit.com; Bluesky|bsky.app; TikTok|tiktok.com; Substack|substack.com; Medium"
        "|medium.com; Mastodon; Telegram; Weibo; WeChat; Truth Social; Discord; GitHub"
        "|github.com; YouTube|youtube.com; X post"
    ),
}

COMPANIES = """OpenAI|openai.com; Anthropic|anthropic.com; xAI|x.ai; Google|google.com|blog.google;
        Google Cloud|cloud.google.com; Google DeepMind|DeepMind; Alphabet; Microsoft|microsoft.com;
        Azure|Microsoft Azure; Amazon|amazon.com|Amazon.com; AWS|Amazon Web Services;
        Meta|Facebook|Meta Platforms; Apple|apple.com; Nvidia|NVIDIA|nvidia.com; AMD|Advanced Micro Devices;
        Intel|intel.com; Tesla|tesla.com; SpaceX; X|Twitter|x.com|twitter.com; Oracle; CoreWeave;
        Mistral|Mistral AI; Cohere; DeepSeek; Alibaba; Tencent; Baidu; ByteDance;
        Samsung|Samsung Electronics; TSMC|Taiwan Semiconductor; Broadcom; Hugging Face; IBM; Salesforce;
        Perplexity|Perplexity AI; ASML; Arm|Arm Holdings; Qualcomm; Micron; SK Hynix|SK hynix;
        Texas Instruments; Infineon; STMicroelectronics; NXP; Applied Materials; Lam Research; KLA;
        Cerebras; Groq; Graphcore; SambaNova; Dell|Dell Technologies; HP|HP Inc;
        HPE|Hewlett Packard Enterprise; Lenovo; Supermicro|Super Micro; Cisco; Arista; Palantir; Snowflake;
        Databricks; ServiceNow; SAP; Adobe; Workday; Shopify; Stripe; PayPal; Block; Visa; Mastercard;
        American Express; Klarna; Adyen; Revolut; Netflix; Disney|Walt Disney;
        Warner Bros. Discovery|Warner Bros; Comcast; Paramount; Spotify; Sony; Nintendo; Uber; Lyft; Airbnb;
        Booking|Booking Holdings; DoorDash; Waymo; Zoox; Cruise; Rivian; Lucid; Ford|Ford Motor;
        General Motors|GM; Stellantis; Volkswagen|VW; BMW; Mercedes-Benz|Mercedes; Porsche; Renault;
        Toyota|Toyota Motor; Honda; Nissan; Hyundai; Kia; BYD; NIO; XPeng; Geely; Volvo|Volvo Cars; CATL;
        LG Energy Solution; Panasonic; Northvolt; Bosch; Continental; ZF; Boeing; Airbus; Lockheed Martin;
        RTX|Raytheon; Northrop Grumman; General Dynamics; BAE Systems; Rheinmetall; Thales; Safran;
        Rolls-Royce; GE Aerospace; Embraer; Lufthansa; Ryanair; easyJet; IAG; Air France-KLM;
        Delta|Delta Air Lines; United Airlines; American Airlines; Southwest|Southwest Airlines; Emirates;
        Maersk; Hapag-Lloyd; MSC; CMA CGM; Evergreen; Cosco; FedEx; UPS; DHL; DSV; Kuehne+Nagel;
        ExxonMobil|Exxon; Chevron; Shell; BP; TotalEnergies|Total; Equinor; Eni; ConocoPhillips; Occidental;
        Saudi Aramco|Aramco; Petrobras; Gazprom; Rosneft; Cheniere; Venture Global; EQT;
        NextEra|NextEra Energy; Duke Energy; Southern Company; Dominion|Dominion Energy;
        Constellation|Constellation Energy; Vistra; Exelon; Iberdrola; Enel; EDF; Engie; RWE; E.ON;
        Vattenfall; Fortum; Orsted|Ørsted; Vestas; Siemens; Siemens Energy; Siemens Gamesa; GE Vernova;
        Schneider Electric; ABB; Eaton; First Solar; Enphase; Bloom Energy; Pfizer; Moderna; BioNTech;
        AstraZeneca; GSK; Novartis; Roche; Sanofi; Bayer; Merck; Novo Nordisk|Novo; Eli Lilly|Lilly; AbbVie;
        Bristol Myers Squibb|Bristol-Myers Squibb; Johnson & Johnson|J&J; Gilead; Amgen; Biogen; Regeneron;
        Vertex; Takeda; Daiichi Sankyo; Teva; CVS|CVS Health; UnitedHealth|UnitedHealth Group; Cigna;
        Humana; Elevance; HCA; Medtronic; Abbott; Boston Scientific; Intuitive Surgical; Philips;
        Siemens Healthineers; Illumina; Thermo Fisher; Walmart; Target; Costco; Kroger; Tesco; Sainsbury's;
        Carrefour; Aldi; Lidl; Ahold Delhaize; Inditex; H&M; Zara; Nike; Adidas; Puma; LVMH; Kering; Hermès;
        Richemont; L'Oréal; Unilever; Nestlé; Danone; Procter & Gamble|P&G; Coca-Cola; PepsiCo; AB InBev;
        Heineken; Diageo; Starbucks; McDonald's; Kraft Heinz; Mondelez;
        Philip Morris|Philip Morris International; BAT; Home Depot; Lowe's; IKEA; Temu; Shein; PDD; JD.com;
        Meituan; MercadoLibre; Zalando; Ocado; Berkshire Hathaway|Berkshire; Blackstone; KKR; Apollo;
        Carlyle; SoftBank; Sequoia; Andreessen Horowitz|a16z; Tiger Global; Y Combinator; Credit Suisse;
        Santander; BBVA; CaixaBank; UniCredit; Intesa Sanpaolo|Intesa; Lloyds; NatWest; Crédit Agricole;
        Allianz; AXA; Munich Re; Swiss Re; Zurich|Zurich Insurance; Generali; Prudential; AIG; MetLife;
        Charles Schwab; Robinhood; Coinbase; Binance; Circle; Tether; Nasdaq; CME|CME Group; Euronext;
        Deutsche Börse; Silicon Valley Bank; AT&T; Verizon; T-Mobile; Vodafone; BT; Deutsche Telekom;
        Orange; Telefónica; Ericsson; Nokia; Huawei; Xiaomi; ZTE; Foxconn|Hon Hai; Quanta; Wistron; SMIC;
        Rapidus; Kioxia; Western Digital; Seagate; Equinix; Digital Realty; Crusoe; Lambda; Nebius; Nscale;
        Scale AI; Character.AI; Inflection; Stability AI; Runway; ElevenLabs; Figure; Boston Dynamics;
        Anduril; Shield AI; Blackbox AI; Elon Musk Ventures; Neuralink; Starlink; Blue Origin; Rocket Lab;
        Arianespace; Caterpillar; Deere|John Deere; Cummins; Honeywell; 3M; GE|General Electric; Emerson;
        Mitsubishi|Mitsubishi Heavy Industries; Hitachi; Toshiba; Fujitsu; NEC; Keyence; Fanuc;
        ThyssenKrupp|Thyssenkrupp; ArcelorMittal; Nippon Steel; US Steel|U.S. Steel; Cleveland-Cliffs;
        Nucor; Salzgitter; BASF; Dow; DuPont; Linde; Air Liquide; Covestro; Yara; Rio Tinto; BHP; Vale;
        Glencore; Anglo American; Freeport|Freeport-McMoRan; Codelco; Albemarle; SQM; Barrick; Newmont;
        Holcim; Heidelberg Materials; CRH; Vonovia; WeWork; Zoom; Slack; Dropbox; Reddit Inc; Snap;
        Pinterest; Duolingo; Chegg; Coursera"""

PEOPLE = """Elon Musk|Musk: xAI, Tesla, SpaceX, X; Sam Altman|Altman: OpenAI; Dario Amodei|Amodei: Anthropic;
        Daniela Amodei: Anthropic; Jensen Huang|Huang: Nvidia; Satya Nadella|Nadella: Microsoft;
        Sundar Pichai|Pichai: Google; Mark Zuckerberg|Zuckerberg: Meta; Tim Cook: Apple;
        Andy Jassy|Jassy: Amazon; Jeff Bezos|Bezos: Amazon; Lisa Su: AMD; Pat Gelsinger|Gelsinger: Intel;
        Demis Hassabis|Hassabis: Google DeepMind; Mira Murati|Murati; Ilya Sutskever|Sutskever;
        Arthur Mensch: Mistral; Masayoshi Son: SoftBank; Larry Ellison|Ellison: Oracle;
        Jerome Powell|Powell: Federal Reserve; Christine Lagarde|Lagarde: ECB;
        Andrew Bailey: Bank of England; Lina Khan: Federal Trade Commission; Jamie Dimon|Dimon: JPMorgan;
        Warren Buffett|Buffett: Berkshire Hathaway; Mary Barra|Barra: General Motors;
        Ursula von der Leyen|von der Leyen: European Commission; Mark Gurman|Gurman: Bloomberg; Ethan He"""

PRODUCTS = """Claude: Anthropic; ChatGPT: OpenAI; GPT-4: OpenAI; GPT-5: OpenAI; Sora: OpenAI; Grok: xAI;
        Colossus: xAI; Gemini: Google; TPU: Google; Android: Google; Chrome: Google; Llama: Meta;
        Instagram: Meta; WhatsApp: Meta; Threads: Meta; Copilot: Microsoft; Windows: Microsoft;
        Xbox: Microsoft; iPhone: Apple; iPad: Apple; App Store: Apple; Vision Pro: Apple; Alexa: Amazon;
        Kindle: Amazon; Trainium: Amazon; Bedrock: Amazon; H100: Nvidia; H200: Nvidia; Blackwell: Nvidia;
        CUDA: Nvidia; Hopper: Nvidia; MI300: AMD; Model 3: Tesla; Model Y: Tesla; Cybertruck: Tesla;
        Autopilot: Tesla; Optimus: Tesla; Falcon 9: SpaceX; Starship: SpaceX; Ozempic: Novo Nordisk;
        Wegovy: Novo Nordisk; Mounjaro: Eli Lilly; Zepbound: Eli Lilly; Keytruda: Merck;
        Eliquis: Bristol Myers Squibb; Humira: AbbVie; 737 MAX: Boeing; 787: Boeing; A320neo: Airbus;
        PlayStation: Sony; Switch 2: Nintendo"""

PARENTS = """Google Cloud: Google; Google DeepMind: Google; Alphabet: Google; YouTube: Google; Waymo: Google;
        Azure: Microsoft; LinkedIn: Microsoft; GitHub: Microsoft; AWS: Amazon; Zoox: Amazon;
        Elon Musk Ventures: Elon Musk; xAI: Elon Musk; SpaceX: Elon Musk; Tesla: Elon Musk;
        Neuralink: Elon Musk; Starlink: SpaceX; X: xAI; Audi: Volkswagen; Porsche: Volkswagen;
        Siemens Gamesa: Siemens Energy; Zara: Inditex; Cruise: General Motors; TikTok: ByteDance; Temu: PDD"""
