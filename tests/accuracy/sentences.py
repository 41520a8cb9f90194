"""Plain short sentences of the project's own, all invented, that the model of claims learns from beside real texts.

Real briefings hold few sentences this short, so their words alone would decide. None is the input of a test.
"""

from briefreader.analysis.claims.unit_model import Kind

SENTENCES: dict[Kind, str] = {
    "event": """
        Demand fell in most of Malmo.
        Sales rose in every part of Tromso.
        Output rose across the whole of Jutland.
        Traffic fell in parts of Aarhus.
        Wages rose in all of Skane.
        Prices fell in Stavanger.
        Fees rose in Turku.
        Wages fell in Tampere.
        Stocks ran low in Odense.
        Hotels are empty in Tromso.
        Two depots remain empty in Turku.
        The yards lie idle in Gdansk.
        Shops stand closed in Malmo.
        Offices stood vacant in Aarhus.
        Veldora bought two yards in Gdansk.
        Veldora closed its shop in Odense.
        Brenik left the Turku market.
        Brenik sold its fleet to Veldora in April.
        Kastor Mining opened a pit near Kiruna.
        Kastor Mining named a new chair.
        Kastor dropped its bid for Brenik.
        The port opened in March.
        The council approved the bridge.
        The court threw out the case.
        The ministry withdrew the rule.
        The bank cut its fees.
        The two firms signed a lease.
        The strike ended on Friday.
        Workers at the mill went on strike.
        Trains stopped for a day.
        The bridge belongs to the state.
        The fund owns a stake in Brenik.
        Veldora supplies cables to Kastor.
        Tampere is the seat of Brenik.
        Exports shrank again.
        Margins narrowed in spring.
        Costs rose, and sales fell.
        Sales rose, costs fell.
        Orders grew while stocks shrank.
        Its rival lost the tender.
        """,
    "number": """
        Demand fell by 6% in Malmo.
        Sales rose by 14% in Tromso in April.
        Veldora employs 310 people.
        Orders reached 240 in June.
        The pit holds 12 million tonnes.
        Prices fell 3% in Stavanger.
        """,
    "comparison": """
        Fees rose faster than wages.
        Veldora sold more cables than Kastor.
        Sales fell less than orders.
        """,
    "forecast": """
        Fees will rise in Turku.
        Veldora will close the yard by 2028.
        Demand will fall by 6% in Malmo.
        Fares will rise in Jutland by June 2027.
        Sales will grow by 9% in the east.
        The bridge will open in spring.
        """,
    "quote": """
        Veldora said that the yards are idle.
        Kastor told investors that orders fell.
        The bridge is safe, said Nils Arvik.
        Fees will rise by 6% in Turku, said Nils Arvik.
        Demand will fall by June 2027, said Ada Brandt.
        """,
    None: """
        Ensure that every file is saved.
        Ensure that all tests are run.
        Make sure that the lid is closed.
        Check that both switches are off.
        Verify that the changes are saved.
        Apply the patch to all hosts.
        Install all of the updates now.
        Back up the files before you start.
        Keep your passwords to yourself.
        Open the settings and choose a theme.
        Review the list with your team.
        Read the full story on our site.
        Read more about fares in Turku.
        Click here to see all stories.
        Sign up for the weekly letter.
        Share this story with a friend.
        Follow us for more news.
        Back to the top of the page.
        See all posts in this series.
        Skip to the main part.
        Log in to leave a comment.
        View this letter in your browser.
        More stories from this author.
        Photo by a member of staff.
        All rights reserved by the publisher.
        Thank you for reading this letter.
        What you need to know today.
        Here is what we read today.
        """,
}
"""By kind, a sentence a line."""
