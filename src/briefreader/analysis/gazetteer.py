"""Names of sources: what an outlet, a company or an authority is usually called, and what it is."""

from typing import NamedTuple

from briefreader.model.citation import SourceType


class KnownSource(NamedTuple):
    """The usual name of a source, and its type."""

    name: str
    type: SourceType


_SOURCES: dict[SourceType, str] = {
    "wire": """Reuters|Thomson Reuters|reuters.com; Associated Press|AP|The Associated Press|apnews.com;
        Agence France-Presse|AFP; Bloomberg|Bloomberg News|bloomberg.com; Dow Jones|Dow Jones Newswires""",
    "publisher": """The Wall Street Journal|Wall Street Journal|WSJ|wsj.com;
        The New York Times|New York Times|NYT|NY Times|nytimes.com;
        The Washington Post|Washington Post|WaPo|washingtonpost.com;
        Financial Times|FT|The Financial Times|ft.com; The Information|theinformation.com;
        TechCrunch|TechCrunch AI|techcrunch.com; The Verge|theverge.com; Wired|WIRED|wired.com;
        Ars Technica|arstechnica.com; Forbes|forbes.com; Fortune; CNBC|cnbc.com; CNN; BBC|BBC News;
        NBC|NBC News; CBS|CBS News; ABC News; Fox News; NPR; Politico; Axios|axios.com;
        Business Insider|Insider; The Guardian|Guardian|theguardian.com; The Economist|Economist;
        Nikkei|Nikkei Asia; South China Morning Post|SCMP; The Decoder|the-decoder.com|THE DECODER;
        VentureBeat|venturebeat.com; ZDNet; MIT Technology Review; IEEE Spectrum; Semafor; Puck;
        The Register|theregister.com; Engadget; Gizmodo; Mashable; The Atlantic; Nature; Science;
        MarketWatch; Barron's; Yahoo Finance; Seeking Alpha; USA Today; Los Angeles Times|LA Times;
        The Hill; HuffPost|Huffington Post; Der Spiegel|Spiegel; Le Monde; Latent Space; Stratechery;
        SemiAnalysis; Platformer; Tom's Hardware; Data Center Dynamics|DCD; DeepTrendLab; Modelwire;
        Hacker News; Wikipedia|wikipedia.org; Kyodo; Xinhua; Al Jazeera; 404 Media; Rest of World""",
    "analyst": """Gartner; Forrester; IDC; McKinsey & Company|McKinsey; BCG|Boston Consulting Group;
        Bain & Company|Bain; Deloitte; PwC; KPMG; EY|Ernst & Young; Goldman Sachs|Goldman; Morgan Stanley;
        JPMorgan|JP Morgan|J.P. Morgan; Bank of America|BofA; Citi|Citigroup; UBS; Barclays; Bernstein;
        Jefferies; Wedbush; Moody's; Fitch; S&P Global|S&P; Counterpoint Research|Counterpoint; Canalys;
        TrendForce; Omdia; CB Insights; Epoch AI""",
    "data": """PitchBook; Crunchbase; LinkedIn; Indeed; Glassdoor; Similarweb; Statista; FactSet; Refinitiv;
        Synergy Research|Synergy Research Group; Dealroom; Sensor Tower; Stack Overflow""",
    "company": """OpenAI; Anthropic; xAI; Google; Google Cloud; Google DeepMind|DeepMind; Alphabet; Microsoft;
        Azure; Amazon; AWS|Amazon Web Services; Meta|Facebook; Apple; Nvidia|NVIDIA; AMD; Intel; Tesla; SpaceX;
        X|Twitter; Oracle; CoreWeave; Mistral|Mistral AI; Cohere; DeepSeek; Alibaba; Tencent; Baidu; ByteDance;
        Samsung; TSMC; Broadcom; Hugging Face; IBM; Salesforce; Perplexity""",
    "regulator": """Federal Trade Commission|FTC; SEC|Securities and Exchange Commission;
        Department of Justice|DOJ; European Commission; FCC; FDA; Federal Reserve|Fed; Bank of England;
        ECB|European Central Bank; CMA|Competition and Markets Authority; IMF|International Monetary Fund;
        World Bank; OECD; IEA|International Energy Agency; EPA; Bureau of Labor Statistics|BLS; EIA;
        Treasury; Congress; White House; Pentagon""",
    "social": "Reddit|reddit.com; Bluesky; YouTube|youtube.com; TikTok; Substack; Medium",
}
_KNOWN = {
    alias.strip().lower(): KnownSource(entry.split("|")[0].strip(), type_)
    for type_, entries in _SOURCES.items()
    for entry in entries.split(";")
    for alias in entry.split("|")
}


def identify(name: str) -> KnownSource:
    """Return the usual name and type of a source; one that is not known keeps its name, type unknown."""
    key = name.strip().strip('"“”').replace("’", "'").lower()
    for candidate in (
        key,
        key.removeprefix("the "),
        key.removeprefix("www."),
        key.removesuffix("'s"),
    ):
        if candidate in _KNOWN:
            return _KNOWN[candidate]
    return KnownSource(name, "unknown")


def is_known(name: str) -> bool:
    """Tell whether the name is a known source's."""
    return identify(name).type != "unknown"
