"""The words for terms in an article: their menus, their legend, and what the reader corrects."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "terms.own": ("自分の用語", "your own term"),
    "terms.card.open": ("用語カードを開く", "Open its card"),
    "terms.definitions": ("ほかの定義 {count}", "other definitions: {count}"),
    "terms.elsewhere.only": ("ほかの記事の用語", "a term of other articles"),
    "terms.category": ("分類を直す", "Its category is"),
    "terms.merge": ("別の用語とまとめる…", "The same as another term…"),
    "terms.part": ("別名を切り離す", "Part an alias"),
    "terms.part.this": ("「{form}」は別のもの", "“{form}” is something else"),
    "terms.hide": ("この用語を隠す", "Hide this term"),
    "terms.forget": ("この用語を取り消す", "Take this term back"),
    "terms.make": ("用語にする", "Make it a term"),
    "terms.note": ("メモを付ける", "Add a note"),
    "terms.watch.make": ("注目ポイントにする", "Make it a watch point"),
    "terms.watch.dismiss": ("注目ポイントではない", "This is no watch point"),
    "terms.highlight.color": ("ハイライトの色", "Colour of the highlight"),
    "terms.block.heading": ("この行は見出し", "This line is a heading"),
    "terms.block.paragraph": ("この行は本文", "This line is running text"),
    "terms.done.hide": ("「{form}」を隠しました", "“{form}” is hidden"),
    "terms.done.category": (
        "「{form}」の分類を「{category}」にしました",
        "“{form}” is now: {category}",
    ),
    "terms.done.merge": (
        "「{form}」を「{other}」にまとめました",
        "“{form}” is now the same as “{other}”",
    ),
    "terms.done.part": ("「{alias}」を切り離しました", "“{alias}” was parted"),
    "terms.done.forget": ("「{form}」を取り消しました", "“{form}” is no term any more"),
    "terms.done.make": ("「{form}」を用語にしました", "“{form}” is now a term"),
    "terms.done.watch": ("注目ポイントにしました", "It is now a watch point"),
    "terms.done.dismiss": ("注目ポイントから外しました", "It is no watch point any more"),
    "terms.done.heading": ("見出しにしました", "The line is now a heading"),
    "terms.done.paragraph": ("本文にしました", "The line is now running text"),
    "terms.legend.person": ("人物", "People"),
    "terms.legend.place": ("地名・国", "Places"),
    "terms.legend.organization": ("組織", "Organizations"),
    "terms.legend.agreement": ("条約・法", "Agreements"),
    "terms.legend.concept": ("概念", "Concepts"),
    "terms.legend.event": ("出来事", "Events"),
    "terms.legend.tip": ("{name} を表示／消す ({key})", "{name}: show or hide ({key})"),
    "terms.shown": ("用語 {level} ▾", "Terms: {level} ▾"),
    "terms.level.fewer": ("少なめ", "fewer"),
    "terms.level.usual": ("標準", "usual"),
    "terms.level.more": ("すべて", "all"),
    "terms.sort": ("並べ方", "Order"),
    "terms.sort.weight": ("重要な順", "Weightiest first"),
    "terms.sort.place": ("出てくる順", "As they come"),
    "terms.sort.reading": ("五十音順", "By reading"),
    "terms.none": ("この記事に用語は見つかりませんでした", "No terms were found in this article"),
    "terms.pending": ("まだ読み取れていません", "Not read yet"),
    "terms.structure_only": (
        (
            "この言語の記事は構造だけを示します。用語や注目ポイントを読み取れるのは"
            "日本語と英語です。本文を選べば自分で加えられます。"
        ),
        (
            "This language gets structure only: terms and watch points are found in Japanese "
            "and English. Select words to add your own."
        ),
    ),
    "terms.undo.done": ("元に戻しました — {what}", "Undone: {what}"),
    "terms.undo.redone": ("やり直しました — {what}", "Done again: {what}"),
    "terms.undo.redo": ("やり直す", "Redo"),
    "terms.undo.nothing": ("元に戻すことはありません", "There is nothing to undo"),
    "terms.undo.nothing_again": ("やり直すことはありません", "There is nothing to do again"),
    "terms.undo.of": ("元に戻す: {what}", "Undo: {what}"),
    "terms.undo.again": ("やり直す: {what}", "Do again: {what}"),
}
