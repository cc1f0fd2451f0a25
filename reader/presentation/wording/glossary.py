"""The words of the glossary in the window."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "glossary.list": ("用語の一覧", "Terms"),
    "glossary.card": ("用語のカード", "Card of a term"),
    "glossary.filter": ("用語・読みで絞り込む", "Filter by name or reading"),
    "glossary.filter.clear": ("絞り込みをやめる", "Show all terms"),
    "glossary.order": ("並べ方と絞り込み", "Order and filters"),
    "glossary.sort.reading": ("五十音順", "By reading"),
    "glossary.sort.use": ("よく出る順", "Most used first"),
    "glossary.sort.newest": ("新しい順", "Newest first"),
    "glossary.sort.form": ("表記順", "By form"),
    "glossary.flag.noted": ("メモのある用語", "With my notes"),
    "glossary.flag.hidden": ("隠した用語", "Hidden terms"),
    "glossary.count": ("{count} 語", "{count} terms"),
    "glossary.count.articles": ("{count} 件の記事", "articles: {count}"),
    "glossary.count.places": ("{count} か所", "places: {count}"),
    "glossary.count.nowhere": ("いまの記事には出てきません", "In no article now"),
    "glossary.sign.own": ("自作", "own"),
    "glossary.sign.hidden": ("非表示", "hidden"),
    "glossary.own": ("自分で加えた用語", "added by you"),
    "glossary.hidden": (
        "この用語は隠してあります。記事でも色は付きません。",
        "This term is hidden. Articles do not highlight it either.",
    ),
    "glossary.empty": ("まだ用語がありません", "No terms yet"),
    "glossary.nothing": ("当てはまる用語がありません", "No term fits"),
    "glossary.nothing.hidden": ("隠した用語はありません", "No hidden terms"),
    "glossary.welcome": (
        (
            "記事を追加すると、人物・地名・組織・条約などの鍵になる用語が\n"
            "ここに集まります。\n\n"
            "どの記事で、どう説明され、どう使われたかを用語ごとに見られます。\n\n"
            "記事は Ctrl+O で追加できます。"
        ),
        (
            "The key terms of your articles come together here:\n"
            "people, places, organizations, agreements.\n\n"
            "For each you see what articles say it is, and every place where it stands.\n\n"
            "Add articles with Ctrl+O."
        ),
    ),
    "glossary.category": ("分類", "Category"),
    "glossary.aliases": ("別の表記", "Also written"),
    "glossary.alias.remove": (
        "「{form}」は同じものではない（切り離す）",
        "“{form}” is not the same (part it)",
    ),
    "glossary.alias.part": (
        "まとめた「{form}」を分ける",
        "Part “{form}”, which was merged",
    ),
    "glossary.alias.restore": (
        "切り離した「{form}」を別の表記に戻す",
        "Make “{form}” another form again",
    ),
    "glossary.definitions": ("記事での説明", "What articles say"),
    "glossary.definition.first": ("最初の説明", "First met"),
    "glossary.definition.newest": ("最新の説明", "Newest"),
    "glossary.definition.other": ("別の説明", "Another one"),
    "glossary.own.definition": ("自分の説明", "My definition"),
    "glossary.own.definition.write": (
        "自分の言葉で説明する…",
        "Say in your own words what it is…",
    ),
    "glossary.own.note": ("メモ", "Notes"),
    "glossary.own.note.write": ("この用語について書く…", "Write about this term…"),
    "glossary.together": ("同じ記事によく出る用語", "Often in the same articles"),
    "glossary.contexts": ("出てくる箇所", "Where it stands"),
    "glossary.contexts.count": ("出てくる箇所 {count}", "Where it stands: {count}"),
    "glossary.keys": (
        (
            "用語集で: ↑↓ 用語を選ぶ、Enter カードの箇所へ、箇所で Enter 本文へ、"
            "F2 直す、Delete 隠す、Esc 絞り込みをやめる"
        ),
        (
            "In the glossary: up and down choose a term, Enter goes to its places, Enter on a place "
            "to the article, F2 corrects, Delete hides, Esc shows all terms"
        ),
    ),
    "glossary.back": ("「{name}」に戻る", "Back to “{name}”"),
    "glossary.act.menu": ("この用語にできること", "What can be done with this term"),
    "glossary.act.edit": ("直す…", "Correct…"),
    "glossary.act.add_alias": ("別の表記を加える…", "Add another form…"),
    "glossary.act.merge": ("ほかの用語にまとめる…", "Merge into another term…"),
    "glossary.act.hide": ("隠す", "Hide"),
    "glossary.act.show": ("隠すのをやめる", "Show it again"),
    "glossary.act.forget": ("自分で加えた用語を消す", "Remove this own term"),
    "glossary.done.hidden": ("「{form}」を隠しました", "“{form}” is hidden"),
    "glossary.done.shown": ("「{form}」をまた表示します", "“{form}” is shown again"),
    "glossary.done.category": ("分類を「{category}」にしました", "It is “{category}” now"),
    "glossary.done.form": ("表記を「{form}」にしました", "It is written “{form}” now"),
    "glossary.done.reading": ("読みを直しました", "The reading was corrected"),
    "glossary.done.alias_added": ("「{form}」を加えました", "“{form}” was added"),
    "glossary.done.alias_removed": ("「{form}」を切り離しました", "“{form}” was parted"),
    "glossary.done.alias_restored": ("「{form}」を戻しました", "“{form}” is back"),
    "glossary.done.merged": (
        "「{form}」を「{into}」にまとめました",
        "“{form}” was merged into “{into}”",
    ),
    "glossary.done.parted": ("「{form}」を分けました", "“{form}” stands by itself again"),
    "glossary.done.forgotten": ("「{form}」を消しました", "“{form}” was removed"),
    "glossary.correct.title": ("用語を直す", "Correct the term"),
    "glossary.correct.about": (
        "直した内容はあなたのものとして保存され、記事の本文は変わりません。",
        "Corrections are kept as yours; the articles stay as they are.",
    ),
    "glossary.field.form": ("表記", "Form"),
    "glossary.field.reading": ("読み", "Reading"),
    "glossary.field.alias": ("別の表記", "Another form"),
    "glossary.alias.title": ("別の表記を加える", "Add another form"),
    "glossary.alias.about": (
        "この表記も、どの記事でも「{form}」として扱います。",
        "This form will mean “{form}” in every article.",
    ),
    "glossary.merge.title": ("ほかの用語にまとめる", "Merge into another term"),
    "glossary.merge.about": (
        "「{form}」と同じものを選んでください。選んだ用語のカードにまとまり、あとで分けられます。",
        "Choose what “{form}” is the same as. It joins that card, and can be parted later.",
    ),
    "glossary.merge.search": ("用語・読みで探す", "Search by name or reading"),
    "glossary.merge.do": ("まとめる", "Merge"),
}
