"""The words of the window."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "window.search.placeholder": ("記事・メモを検索", "Search articles and notes"),
    "window.search.nothing": ("見つかりませんでした", "Nothing found"),
    "window.menu": ("メニュー", "Menu"),
    "window.menu.go": ("移動", "Go to"),
    "window.menu.view": ("表示", "View"),
    "window.menu.terms": ("本文の用語", "Terms in the article"),
    "window.list": ("記事の一覧", "Articles"),
    "window.hits": ("検索結果", "Search results"),
    "window.article": ("記事の本文", "Article"),
    "window.switch.articles": ("記事", "Articles"),
    "window.switch.glossary": ("用語集", "Glossary"),
    "window.view.all": ("すべて", "All"),
    "window.view.unread": ("未読", "Unread"),
    "window.view.starred": ("スター", "Starred"),
    "window.view.trash": ("ごみ箱", "Trash"),
    "window.empty.all": ("まだ記事がありません", "No articles yet"),
    "window.empty.unread": ("未読の記事はありません", "Nothing unread"),
    "window.empty.starred": ("スターを付けた記事はありません", "Nothing starred"),
    "window.empty.trash": ("ごみ箱は空です", "The trash is empty"),
    "window.welcome": (
        (
            "記事のファイルやフォルダーをここにドロップするか、\n"
            "Ctrl+O で選んでください。\n\n"
            "コピーした記事は Ctrl+Shift+V で貼り付けられます。"
        ),
        (
            "Drop files or folders of articles here,\n"
            "or choose them with Ctrl+O.\n\n"
            "Text that you copied can be pasted with Ctrl+Shift+V."
        ),
    ),
    "window.status.unread": ("未読", "unread"),
    "window.status.reading": ("読みかけ", "begun"),
    "window.status.read": ("既読", "read"),
    "window.row.watch": ("注目 {count}", "watch {count}"),
    "window.row.notes": ("メモ {count}", "notes {count}"),
    "window.hit.article": ("記事", "Article"),
    "window.hit.note": ("メモ", "Note"),
    "window.hit.term": ("用語", "Term"),
    "window.hit.watch_point": ("注目ポイント", "Watch point"),
    "window.hit.highlight": ("ハイライト", "Highlight"),
    "window.minutes": ("約{count}分", "about {count} min"),
    "window.open_points": ("未解決の注目ポイント {count}", "open watch points: {count}"),
    "window.references": ("出典", "Sources"),
    "window.asides.show": (
        "▸ 署名・日付・関連リンクなど {count} 行",
        "▸ Byline, date, related links: {count}",
    ),
    "window.asides.hide": ("▾ 署名・日付・関連リンクなど", "▾ Byline, date, related links"),
    "window.tab.watch": ("注目ポイント", "Watch"),
    "window.tab.terms": ("用語", "Terms"),
    "window.tab.notes": ("メモ", "Notes"),
    "window.tab.summary": ("要約", "Summary"),
    "window.category.person": ("人物", "Person"),
    "window.category.place": ("地名・国", "Place"),
    "window.category.organization": ("組織", "Organization"),
    "window.category.agreement": ("条約・合意・法", "Agreement or law"),
    "window.category.concept": ("概念", "Concept"),
    "window.category.event": ("出来事", "Event"),
    "window.aliases": ("別名 {aliases}", "also {aliases}"),
    "window.defined.here": ("この記事から採取", "defined in this article"),
    "window.count.here": ("この記事に {count} 回", "here: {count}"),
    "window.count.elsewhere": ("ほか {count} 件の記事", "other articles: {count}"),
    "window.watch.open": ("未解決", "Open"),
    "window.watch.developing": ("動きあり", "Developing"),
    "window.watch.answered": ("決着", "Answered"),
    "window.watch.dropped": ("見送り", "Dropped"),
    "window.watch.menu": ("注目ポイントの状態とメモ", "Status and notes of the watch point"),
    "window.watch.none": (
        "この記事に注目ポイントは見つかりませんでした",
        "No watch points were found in this article",
    ),
    "window.watch.in_text": ("本文から", "In the text"),
    "window.watch.horizon": ("めど {when}", "by {when}"),
    "window.watch.since": ("{when} から", "since {when}"),
    "window.watch.passage_gone": (
        "いまの版にこの一節はありません",
        "The passage is gone from this revision",
    ),
    "window.color.yellow": ("黄", "Yellow"),
    "window.color.red": ("赤", "Red"),
    "window.color.green": ("緑", "Green"),
    "window.color.blue": ("青", "Blue"),
    "window.color.purple": ("紫", "Purple"),
    "window.color.magenta": ("赤紫", "Magenta"),
    "window.color.orange": ("橙", "Orange"),
    "window.color.gray": ("灰", "Gray"),
    "window.note.add": ("メモを書く", "Write a note"),
    "window.note.article": ("この記事のメモ", "Notes on this article"),
    "window.note.placeholder": ("記事全体について書く…", "Write about the whole article…"),
    "window.note.on_watch": ("注目ポイントについて書く…", "Write about this watch point…"),
    "window.note.on_highlight": ("この箇所について書く…", "Write about this passage…"),
    "window.highlight.none": (
        "本文を選ぶと、ハイライトとメモを付けられます",
        "Select text in the article to highlight it and write a note",
    ),
    "window.highlight.menu": ("ハイライトの色と削除", "Colour and removal of the highlight"),
    "window.highlight.note": ("メモを見る", "Show its note"),
    "window.highlight.remove": ("ハイライトを消す", "Remove the highlight"),
    "window.highlight.removed": ("ハイライトを消しました", "The highlight was removed"),
    "window.highlight.doubtful": ("要確認 — 本文が変わりました", "To check: the text changed"),
    "window.highlight.lost": ("いまの版にない箇所の引用", "Quotation of a passage that is gone"),
    "window.summary.label": ("自分の要約", "My summary"),
    "window.summary.placeholder": (
        "この記事を自分の言葉でまとめる…",
        "Sum the article up in your own words…",
    ),
    "window.summary.key_sentences": ("要となる文", "Key sentences"),
    "window.saving.saving": ("保存しています…", "Saving…"),
    "window.saving.saved": ("保存しました", "Saved"),
    "window.saving.failed": ("まだ保存できていません", "Not saved yet"),
    "window.saving.kept": (
        "入力した文章はこの画面に残っています。保存は自動で試し続けます。",
        "What you typed is still here, and saving is tried again by itself.",
    ),
    "window.action.add_files": ("ファイルを追加…", "Add files…"),
    "window.action.add_folder": ("フォルダーを追加…", "Add a folder…"),
    "window.action.paste": ("コピーした記事を貼り付けて追加", "Add the copied article"),
    "window.action.export": ("注釈付き要約を書き出す…", "Export the annotated summary…"),
    "window.action.correct": (
        "題名・日付・出典を直す…",
        "Correct title, date and source…",
    ),
    "window.action.toggle_read": ("既読／未読を切り替える", "Mark as read or unread"),
    "window.action.toggle_star": ("スターを付ける／外す", "Star or unstar"),
    "window.action.trash": ("ごみ箱に移す", "Move to the trash"),
    "window.action.restore": ("ごみ箱から戻す", "Put back from the trash"),
    "window.action.show_articles": ("記事を見る", "Show the articles"),
    "window.action.show_glossary": ("用語集を見る", "Show the glossary"),
    "window.action.back": ("前の場所に戻る", "Go back"),
    "window.action.search": ("検索", "Search"),
    "window.action.next": ("次の記事", "Next article"),
    "window.action.previous": ("前の記事", "Previous article"),
    "window.action.read": ("本文へ", "Go to the article"),
    "window.action.show_watch": ("注目ポイントを見る", "Show watch points"),
    "window.action.show_terms": ("用語を見る", "Show terms"),
    "window.action.show_notes": ("メモを書く", "Write notes"),
    "window.action.show_summary": ("要約を書く", "Write the summary"),
    "window.action.undo": ("元に戻す", "Undo"),
    "window.action.redo": ("やり直す", "Redo"),
    "window.action.next_place": ("用語の次の箇所", "Next place of the term"),
    "window.action.previous_place": ("用語の前の箇所", "Previous place of the term"),
    "window.action.category_person": ("人物を色分けする", "Colour people"),
    "window.action.category_place": ("地名・国を色分けする", "Colour places"),
    "window.action.category_organization": ("組織を色分けする", "Colour organizations"),
    "window.action.category_agreement": (
        "条約・合意・法を色分けする",
        "Colour agreements and laws",
    ),
    "window.action.category_concept": ("概念を色分けする", "Colour concepts"),
    "window.action.category_event": ("出来事を色分けする", "Colour events"),
    "window.action.terms_fewer": ("用語を少なめに", "Fewer terms"),
    "window.action.terms_usual": ("用語を標準に", "The usual terms"),
    "window.action.terms_more": ("用語をすべて", "All terms"),
    "window.action.show_attributions": (
        "誰の話か、断定を避けた言い方かを示す",
        "Show who says so, and what is left open",
    ),
    "window.action.show_elsewhere": (
        "ほかの記事で知っている用語も示す",
        "Show terms that other articles know",
    ),
    "window.action.larger": ("大きくする", "Larger"),
    "window.action.smaller": ("小さくする", "Smaller"),
    "window.action.usual_size": ("標準の大きさ", "Usual size"),
    "window.action.theme_system": ("明るさはシステムに合わせる", "Colours as the system has them"),
    "window.action.theme_light": ("明るい画面", "Light"),
    "window.action.theme_dark": ("暗い画面", "Dark"),
    "window.action.language_system": (
        "言語はシステムに合わせる (System language)",
        "System language",
    ),
    "window.action.language_ja": ("日本語", "日本語"),
    "window.action.language_en": ("English", "English"),
    "window.action.show_keys": ("キーの一覧", "Keyboard shortcuts"),
    "window.action.quit": ("終了", "Quit"),
    "window.keys.article": (
        (
            "本文で: Shift+矢印 選ぶ、1–8 その色でハイライト、H 前と同じ色、N メモ、"
            "T 用語にする、W 注目ポイントにする、Delete ハイライトを消す、"
            "Enter 用語・注目ポイントへ、Alt+Enter 用語カード、Shift+F10 メニュー、F6 次の枠へ"
        ),
        (
            "In the article: Shift+arrows select, 1–8 highlight in that colour, H in the last one, "
            "N note, T make a term, W make a watch point, Delete removes a highlight, Enter goes to "
            "the term or watch point, Alt+Enter to the term’s card, Shift+F10 opens the menu, F6 goes "
            "to the next pane"
        ),
    ),
    "window.add.texts": ("テキストと Markdown", "Text and Markdown"),
    "window.add.all": ("すべてのファイル", "All files"),
    "window.add.pasted": ("貼り付け.txt", "pasted.txt"),
    "window.add.nothing_to_paste": (
        "クリップボードに記事の文章がありません",
        "There is no text on the clipboard",
    ),
    "window.add.progress": ("追加しています {done} / {total}", "Adding {done} of {total}"),
    "window.add.added": ("{count} 件を追加しました", "{count} added"),
    "window.add.updated": ("{count} 件を新しい版にしました", "{count} updated"),
    "window.add.unchanged": ("{count} 件は変わりありません", "{count} unchanged"),
    "window.add.failed": ("{count} 件は追加できませんでした", "{count} could not be added"),
    "window.add.none": ("追加できるものがありませんでした", "There was nothing to add"),
    "window.add.report": ("追加できなかったもの", "What could not be added"),
    "window.add.report.about": (
        "次の {count} 件は追加できませんでした。ほかのものは追加されています。",
        "These {count} could not be added. Everything else was.",
    ),
    "window.trash.done": ("「{title}」をごみ箱に移しました", "Moved “{title}” to the trash"),
    "window.trash.restored": ("ごみ箱から戻しました", "Put back from the trash"),
    "window.undo": ("元に戻す", "Undo"),
    "window.stop": ("中止", "Stop"),
    "window.save": ("保存", "Save"),
    "window.cancel": ("キャンセル", "Cancel"),
    "window.close": ("閉じる", "Close"),
    "window.copy": ("コピー", "Copy"),
    "window.correct.title": ("記事の情報を直す", "Correct the article’s details"),
    "window.correct.about": (
        "直した内容はあなたのものとして保存され、元の本文は変わりません。",
        "Corrections are kept as yours; the article’s own text stays as it is.",
    ),
    "window.field.title": ("題名", "Title"),
    "window.field.published": ("日付", "Date"),
    "window.field.source": ("出典", "Source"),
    "window.field.author": ("筆者", "Author"),
    "window.correct.date_form": ("2025、2025-12、2025-12-03", "2025, 2025-12, 2025-12-03"),
    "window.correct.bad_date": (
        "日付は 2025、2025-12、2025-12-03 のように書いてください",
        "Write the date as 2025, 2025-12 or 2025-12-03",
    ),
    "window.correct.take_back": ("元に戻す", "Take back"),
    "window.export.title": ("注釈付き要約の書き出し", "Export the annotated summary"),
    "window.export.about": (
        "要約、ハイライトとメモ、注目ポイント、用語をひとつのファイルにします。",
        "Summary, highlights and notes, watch points and terms in one file.",
    ),
    "window.export.format": ("形式", "Format"),
    "window.export.path": ("保存先", "File"),
    "window.export.browse": ("選ぶ…", "Browse…"),
    "window.export.do": ("書き出す", "Export"),
    "window.export.done": ("{path} に書き出しました", "Exported to {path}"),
    "window.export.kept": (
        "あなたが書き換えた {count} か所はそのまま残しました。",
        "{count} parts that you edited were left as they are.",
    ),
    "window.export.foreign": (
        "{path} は Chumoku が書いたファイルではありません。置き換えますか？",
        "{path} was not written by Chumoku. Replace it?",
    ),
    "window.rescued": (
        (
            "保存できなかった文章を {path} に残しました。"
            "次に開いたとき、もう一度ライブラリに保存します。"
        ),
        (
            "What could not be saved was kept in {path}. "
            "It goes into the library when Chumoku is opened next."
        ),
    ),
    "window.not_rescued": (
        "次の文章はどこにも保存できませんでした。閉じる前に写してください。\n\n{text}",
        "The following could not be saved anywhere. Copy it before closing.\n\n{text}",
    ),
    "window.crash.title": ("プログラムの不具合", "A fault of the program"),
    "window.crash": (
        (
            "Chumoku の不具合で、いまの操作は終わりませんでした。"
            "保存済みのものと入力中の文章は失われていません。報告は {path} にあります。"
        ),
        (
            "A fault of Chumoku kept this from being done. "
            "Nothing that was saved or typed is lost. "
            "The report is at {path}."
        ),
    ),
}
