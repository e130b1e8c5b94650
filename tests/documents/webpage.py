"""A news page as sites write them: metadata, cookie banner, menu, links to other articles, most read, footer."""

METADATA = """{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "De Koerier"},
  {"@type": "NewsArticle", "headline": "Xiaomi mikt op 2024", "datePublished": "2021-10-19T14:05:00+02:00",
   "dateModified": "2021-10-20T09:00:00+02:00", "publisher": {"@type": "Organization", "name": "De Koerier"},
   "author": [{"@type": "Person", "name": "Anneleen De Smet"}, {"@type": "Person", "name": "Jo Peeters"}]}]}"""

ARTICLE = """<h1>Xiaomi mikt op 2024</h1>
<div class="meta">Door <a href="/a">Anneleen De Smet</a> <time datetime="2021-10-20">20 oktober 2021</time></div>
<p class="intro">De Chinese smartphonemaker <b>Xiaomi</b> mikt op de eerste helft van 2024 voor
massaproductie van eigen elektrische wagens.</p>
<figure><img src="x.jpg"><figcaption>Lei Jun. © Reuters</figcaption></figure>
<p>Xiaomi-CEO <a href="/lei">Lei Jun</a> zei dat op een evenement voor beleggers.<br>De koers steeg met 5,4 procent.</p>
<h2>Tien miljard</h2>
<p>Het bedrijf wil de komende tien jaar 10 miljard dollar investeren &amp; een fabriek bouwen in Peking.</p>
<div class="related-articles"><h3>Lees ook</h3><ul><li><a href="/1">Tesla bouwt fabriek in Berlijn</a></li></ul></div>
<aside><p>Schrijf u in op onze nieuwsbrief en mis niets van het nieuws.</p></aside>
<blockquote><p>„Wij bouwen de beste wagen ter wereld”, zei Lei Jun.</p></blockquote>"""

TEXT = """Xiaomi mikt op 2024

De Chinese smartphonemaker Xiaomi mikt op de eerste helft van 2024 voor massaproductie van eigen elektrische wagens.

Xiaomi-CEO Lei Jun zei dat op een evenement voor beleggers.
De koers steeg met 5,4 procent.

Tien miljard

Het bedrijf wil de komende tien jaar 10 miljard dollar investeren & een fabriek bouwen in Peking.

„Wij bouwen de beste wagen ter wereld”, zei Lei Jun."""

AROUND = """<div id="cookie-banner" class="consent"><p>Wij gebruiken cookies om uw ervaring te verbeteren.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/x">Abonneer u</a></li>
</ul></nav></header>
<main><article>{}</article></main>
<section class="most-read"><h2>Gelezen</h2><ol><li><a href="/3">Regering valt over begroting</a></li></ol></section>
<footer><p>© 2025 De Koerier NV. Alle rechten voorbehouden.</p><a href="/privacy">Privacy</a></footer>
<script>window.x = "tekst";</script>"""

HEAD = f"""<meta charset="utf-8"><title>Xiaomi mikt op 2024 | De Koerier</title>
<meta property="og:title" content="Xiaomi mikt op 2024"><meta property="og:site_name" content="De Koerier">
<link rel="canonical" href="https://www.koerier.example/xiaomi-mikt-op-2024">
<script type="application/ld+json">{METADATA}</script>"""


def page(article: str = ARTICLE, head: str = HEAD, language: str = "nl-BE") -> str:
    """A whole page with this article and head."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n<body>{AROUND.format(article)}</body></html>\n'
    )
