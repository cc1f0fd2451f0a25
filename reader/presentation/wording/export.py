"""What an exported document says around the words of the article and of the reader."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    # Names of the formats, as a dialog shows them.
    "export.format.markdown": ("Markdown(Obsidian対応)", "Markdown (for Obsidian)"),
    "export.format.html": ("HTML(1ファイルで完結)", "HTML (one self-contained file)"),
    # Whose words these are: the three layers that are kept apart.
    "export.says": ("記事の言葉", "the article’s words"),
    "export.asks": ("記事の問い", "what the article asks"),
    "export.thinks": ("読者の言葉", "the reader’s words"),
    "export.legend": (
        "引用は記事の言葉、注目ポイントは記事の問い、要約とメモは読者の言葉です。",
        (
            "Quotations are the article’s words, watch points are what it asks, "
            "summary and notes are the reader’s words."
        ),
    ),
    # Sections.
    "export.summary": ("要約", "Summary"),
    "export.key_sentences": ("重要な文", "Key sentences"),
    "export.highlights": ("ハイライト", "Highlights"),
    "export.lost": ("本文から消えたハイライト", "Highlights no longer in the text"),
    "export.gone": ("ライブラリから外れたもの", "No longer in the library"),
    "export.watch_points": ("注目ポイント", "Watch points"),
    "export.terms": ("用語", "Terms"),
    "export.notes": ("メモ", "Notes"),
    "export.text": ("本文", "The article"),
    # The citation.
    "export.source": ("情報源", "Source"),
    "export.publisher": ("発行元", "Publisher"),
    "export.author": ("筆者", "Author"),
    "export.published": ("公開", "Published"),
    "export.event_date": ("出来事の日", "Date of the event"),
    "export.url": ("掲載先", "Address"),
    "export.added": ("追加", "Added"),
    "export.tags": ("タグ", "Tags"),
    "export.sha256": ("原本のSHA-256", "SHA-256 of the original"),
    "export.colon": ("{label}: {value}", "{label}: {value}"),
    "export.and": ("、", ", "),
    # Passages.
    "export.paragraph": ("¶{number}", "¶{number}"),
    "export.in_title": ("題名", "Title"),
    "export.quotation": ("引用", "Quotation"),
    "export.to_text": ("本文の該当箇所へ", "To the passage in the text"),
    "export.to_note": ("ハイライトの一覧へ", "To the list of highlights"),
    "export.doubtful": ("要確認", "To be checked"),
    "export.doubtful_now": (
        "本文が変わりました。いまの本文では: {words}",
        "The text has changed. It now reads: {words}",
    ),
    "export.note": ("メモ", "Note"),
    # Watch points.
    "export.status_open": ("未解決", "Open"),
    "export.status_developing": ("動きあり", "Developing"),
    "export.status_answered": ("決着", "Answered"),
    "export.status_dropped": ("見送り", "Dropped"),
    "export.reader_asks": ("読者の問い", "the reader’s question"),
    "export.horizon": ("時期", "By"),
    "export.history": ("経過", "History"),
    "export.step": ("{before} → {after}", "{before} → {after}"),
    # Terms.
    "export.person": ("人物", "Person"),
    "export.place": ("場所", "Place"),
    "export.organization": ("組織", "Organisation"),
    "export.agreement": ("合意・条約", "Agreement"),
    "export.concept": ("概念", "Concept"),
    "export.event": ("出来事", "Event"),
    "export.aliases": ("別名", "Also"),
    "export.definition": ("定義", "Definition"),
    # Colours.
    "export.yellow": ("黄", "Yellow"),
    "export.red": ("赤", "Red"),
    "export.green": ("緑", "Green"),
    "export.blue": ("青", "Blue"),
    "export.purple": ("紫", "Purple"),
    "export.magenta": ("赤紫", "Magenta"),
    "export.orange": ("橙", "Orange"),
    "export.gray": ("灰", "Grey"),
    "export.made": ("Chumokuで書き出し {when}", "Exported by Chumoku, {when}"),
}
