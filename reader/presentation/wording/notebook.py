"""The words of the view of all notes, in the window and in the terminal."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "notebook.list": ("メモとハイライトの一覧", "Notes and highlights"),
    "notebook.page": ("メモの内容", "The note"),
    "notebook.search": ("メモ・引用・タグを検索", "Search notes, quotations, tags"),
    "notebook.clear": ("絞り込みをやめる", "Show all notes"),
    "notebook.count": ("{count} 件", "{count}"),
    "notebook.order": ("並べ方と絞り込み", "Order and filters"),
    "notebook.sort.modified": ("更新順", "Last changed first"),
    "notebook.sort.created": ("作成順", "Newest first"),
    "notebook.sort.article": ("記事の順", "By article"),
    "notebook.kind.highlight": ("メモ付きのハイライト", "Highlights with notes"),
    "notebook.kind.bare": ("ハイライトだけ", "Highlights without notes"),
    "notebook.kind.article": ("記事のメモ", "Notes on articles"),
    "notebook.kind.watch_point": ("注目ポイントのメモ", "Notes on watch points"),
    "notebook.kind.term": ("用語のメモ", "Notes on terms"),
    "notebook.about.highlight": ("ハイライト", "Highlight"),
    "notebook.about.bare": ("ハイライト", "Highlight"),
    "notebook.about.article": ("記事のメモ", "Note on the article"),
    "notebook.about.watch_point": ("注目ポイントのメモ", "Note on a watch point"),
    "notebook.about.term": ("用語のメモ", "Note on a term"),
    "notebook.about.note": ("メモ", "Note"),
    "notebook.period": ("期間", "Period"),
    "notebook.period.any": ("いつでも", "Any time"),
    "notebook.period.today": ("今日", "Today"),
    "notebook.period.week": ("今週", "This week"),
    "notebook.period.month": ("今月", "This month"),
    "notebook.period.year": ("今年", "This year"),
    "notebook.period.between": ("期間を指定…", "From … to …"),
    "notebook.period.shown": ("{first} 〜 {last}", "{first} – {last}"),
    "notebook.period.title": ("期間を指定", "Choose a period"),
    "notebook.period.from": ("この日から", "From"),
    "notebook.period.to": ("この日まで", "To"),
    "notebook.tags": ("タグ", "Tags"),
    "notebook.tags.none": ("タグはまだありません", "No tags yet"),
    "notebook.tags.more": ("ほか {count} 個は検索で", "{count} more: search for them"),
    "notebook.tag.drop": ("「{tag}」での絞り込みをやめる", "Do not filter by “{tag}”"),
    "notebook.article.only": ("この記事のメモだけを見る", "Only notes of this article"),
    "notebook.article.drop": (
        "「{title}」での絞り込みをやめる",
        "Do not filter by “{title}”",
    ),
    "notebook.doubtful": ("要確認", "To check"),
    "notebook.lost": ("失われた箇所", "Lost passages"),
    "notebook.badge.doubtful": ("要確認", "to check"),
    "notebook.badge.lost": ("本文になし", "not in the text"),
    "notebook.badge.quotation": ("引用のみ", "quotation"),
    "notebook.with_count": ("{name} {count}", "{name} {count}"),
    "notebook.trash": ("ごみ箱", "Trash"),
    "notebook.trash.empty": ("ごみ箱を空にする", "Empty the trash"),
    "notebook.days_left": ("あと {days} 日", "{days} days left"),
    "notebook.last_day": ("まもなく消えます", "goes soon"),
    "notebook.removed_on": ("{date} に外しました", "Removed on {date}"),
    "notebook.empty": ("まだメモがありません", "No notes yet"),
    "notebook.nothing": ("当てはまるものがありません", "Nothing fits"),
    "notebook.nothing.trash": ("ごみ箱は空です", "The trash is empty"),
    "notebook.welcome": (
        (
            "ハイライトとメモが、ここに集まります。\n\n"
            "記事の言葉を選ぶと、色を付けたりメモを書いたりできます。\n"
            "記事や注目ポイント、用語にもメモを書けます。"
        ),
        (
            "Your highlights and notes come together here.\n\n"
            "Select words of an article to mark them in a colour or to write a note.\n"
            "Articles, watch points and terms can have notes as well."
        ),
    ),
    "notebook.welcome.trash": (
        "外したメモとハイライトは、ここに30日間残ります。",
        "Notes and highlights that you remove stay here for 30 days.",
    ),
    "notebook.dates": ("作成 {created} ・ 更新 {modified}", "Made {created} ・ changed {modified}"),
    "notebook.date.made": ("作成 {created}", "Made {created}"),
    "notebook.go": ("本文の箇所へ", "Go to the passage"),
    "notebook.go.article": ("記事を開く", "Open the article"),
    "notebook.go.term": ("用語のカードを開く", "Open the card of the term"),
    "notebook.check": ("本文で確かめる", "Check it in the text"),
    "notebook.state.doubtful": (
        "本文が変わり、この箇所とは言い切れません。今の本文:「{passage}」",
        "The text has changed, and this may not be the passage. It reads now: “{passage}”",
    ),
    "notebook.state.lost": (
        "この言葉は、いまの本文にはありません。引用とメモは残してあります。",
        "These words are no longer in the text. The quotation and your notes are kept.",
    ),
    "notebook.state.quotation": (
        "引用として残してあります。",
        "Kept as a quotation.",
    ),
    "notebook.write": ("このハイライトについて書く…", "Write about this highlight…"),
    "notebook.tag.add": ("タグを加える", "Add a tag"),
    "notebook.colors": ("色", "Colour"),
    "notebook.remove": ("外す", "Remove"),
    "notebook.remove.many": ("{count} 件を外す", "Remove {count}"),
    "notebook.restore": ("元に戻す", "Bring it back"),
    "notebook.forget": ("完全に消す…", "Delete for good…"),
    "notebook.forget.title": ("完全に消す", "Delete for good"),
    "notebook.forget.about": (
        "「{text}」を完全に消します。もう元に戻せません。",
        "“{text}” will be deleted for good. It cannot be brought back.",
    ),
    "notebook.forget.all": (
        "ごみ箱の {count} 件を完全に消します。もう元に戻せません。",
        "The {count} things in the trash will be deleted for good. They cannot be brought back.",
    ),
    "notebook.forget.do": ("完全に消す", "Delete for good"),
    "notebook.act.menu": ("このメモにできること", "What can be done with this note"),
    "notebook.act.tag": ("タグを付ける…", "Add a tag…"),
    "notebook.act.rename_tag": ("タグの名前を変える…", "Rename the tag…"),
    "notebook.act.remove_tag": ("タグを全体から外す", "Remove the tag everywhere"),
    "notebook.tag.name": ("タグの名前", "Name of the tag"),
    "notebook.done.removed": ("メモを外しました", "The note was removed"),
    "notebook.done.removed_mark": ("ハイライトを外しました", "The highlight was removed"),
    "notebook.done.removed_many": ("{count} 件を外しました", "{count} were removed"),
    "notebook.done.recolored": ("色を「{color}」にしました", "It is {color} now"),
    "notebook.done.tagged": ("タグを変えました", "The tags were changed"),
    "notebook.done.renamed": ("タグを「{name}」にしました", "The tag is “{name}” now"),
    "notebook.done.untagged": ("タグ「{tag}」を外しました", "The tag “{tag}” was removed"),
    "notebook.done.restored": ("元に戻しました", "It is back"),
    "notebook.done.forgotten": ("完全に消しました", "It was deleted for good"),
    "notebook.keys": (
        (
            "メモで: ↑↓ 選ぶ、Enter 本文の箇所へ、F2 メモを書く、Delete 外す、1〜8 色を変える、"
            "Shift+↑↓ いくつも選ぶ、Esc 検索をやめる"
        ),
        (
            "In the notes: up and down choose, Enter goes to the passage, F2 writes, Delete removes, "
            "1 to 8 give a colour, Shift with up and down chooses several, Esc ends the search"
        ),
    ),
}
