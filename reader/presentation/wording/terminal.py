"""What the terminal commands say, and the words of their help."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    # What commands report
    "terminal.add.added": ("追加: {title} [{id}] ({source})", "added: {title} [{id}] ({source})"),
    "terminal.add.unchanged": (
        "変更なし: {title} [{id}] ({source})",
        "unchanged: {title} [{id}] ({source})",
    ),
    "terminal.add.updated": (
        "新しい版: {title} [{id}] ({source})",
        "updated: {title} [{id}] ({source})",
    ),
    "terminal.list.watch": ("注目 {count}", "{count} open"),
    "terminal.list.notes": ("メモ {count}", "{count} notes"),
    "terminal.search.total": ("{total} 件中 {shown} 件", "{shown} of {total} hits"),
    "terminal.terms.articles": ("記事 {count}", "articles: {count}"),
    "terminal.note.written": ("メモを保存しました [{id}]", "note kept [{id}]"),
    "terminal.note.highlighted": (
        "ハイライトしました [{id}] {start}-{end}",
        "highlighted [{id}] {start}-{end}",
    ),
    "terminal.notes.restored": ("元に戻しました [{id}]", "it is back [{id}]"),
    "terminal.note.others": (
        "同じ語句がほかに {count} か所あります (--nth で選べます): {places}",
        "the same words stand in {count} more places (choose with --nth): {places}",
    ),
    "terminal.undo.undone": ("取り消しました: {act}", "undone: {act}"),
    "terminal.undo.redone": ("やり直しました: {act}", "done again: {act}"),
    "terminal.summary.written": ("要約を保存しました [{id}]", "summary kept [{id}]"),
    "terminal.export.written": ("書き出し: {path}", "written: {path}"),
    "terminal.export.unchanged": ("変更なし: {path}", "unchanged: {path}"),
    "terminal.export.kept": (
        "  あなたが書き換えた部分はそのまま残しました: {count} か所",
        "  left as you edited them: {count} parts",
    ),
    "terminal.check.sound": ("問題は見つかりませんでした。", "Nothing is wrong."),
    "terminal.check.problems": (
        "{count} 件の問題が見つかりました。ライブラリには何も書き込んでいません。",
        "Problems found: {count}. Nothing was written to the library.",
    ),
    # Headings and names
    "terminal.section.summary": ("要約", "Summary"),
    "terminal.section.headings": ("見出し", "Headings"),
    "terminal.section.watch": ("注目ポイント", "Watch points"),
    "terminal.section.terms": ("用語", "Terms"),
    "terminal.section.sentences": ("重要な文", "Key sentences"),
    "terminal.section.highlights": ("ハイライト", "Highlights"),
    "terminal.section.notes": ("メモ", "Notes"),
    "terminal.section.text": ("本文", "Text"),
    "terminal.status.open": ("未解決", "open"),
    "terminal.status.developing": ("動きあり", "developing"),
    "terminal.status.answered": ("決着", "answered"),
    "terminal.status.dropped": ("見送り", "dropped"),
    "terminal.anchor.doubtful": ("要確認: ", "to be checked: "),
    "terminal.anchor.lost": ("見つかりません: ", "lost: "),
    "terminal.category.person": ("人物", "person"),
    "terminal.category.place": ("地名", "place"),
    "terminal.category.organization": ("組織", "organization"),
    "terminal.category.agreement": ("合意・条約", "agreement"),
    "terminal.category.concept": ("概念", "concept"),
    "terminal.category.event": ("出来事", "event"),
    "terminal.kind.article": ("記事", "article"),
    "terminal.kind.note": ("メモ", "note"),
    "terminal.kind.term": ("用語", "term"),
    "terminal.kind.watch_point": ("注目ポイント", "watch point"),
    # Help
    "terminal.help.about": (
        "ニュースを手元で読み、用語と注目ポイントを追うリーダー。コマンドがなければウィンドウが開きます。",
        "A reader for the news, its key terms and open questions. No command opens the window.",
    ),
    "terminal.help.end": (
        "終了コード: 0 完了、1 できなかったことがある、2 使い方の誤り。",
        "Exit codes: 0 done, 1 something could not be done, 2 wrong usage.",
    ),
    "terminal.help.commands": ("コマンド", "commands"),
    "terminal.help.arguments": ("引数", "arguments"),
    "terminal.help.options": ("オプション", "options"),
    "terminal.help.help": ("この説明を表示する", "show this help"),
    "terminal.help.version": ("バージョンを表示する", "show the version"),
    "terminal.help.library": (
        "ライブラリのフォルダー (なければ環境変数 CHUMOKU_LIBRARY、それもなければ既定の場所)",
        "folder of the library (else CHUMOKU_LIBRARY, else the usual place)",
    ),
    "terminal.help.lang": ("表示の言語", "language of what is printed"),
    "terminal.help.json": ("JSON を UTF-8 で出力する", "print JSON, in UTF-8"),
    "terminal.help.add": (
        "記事をライブラリに加える",
        "add articles to the library",
    ),
    "terminal.help.sources": (
        "ファイルかフォルダー。- は標準入力",
        "file or folder; - is standard input",
    ),
    "terminal.help.list": ("記事を新しい順に一覧する", "list articles, newest first"),
    "terminal.help.backup": ("ライブラリの控えを作る", "back the library up"),
    "terminal.help.restore": (
        "控えを一覧し、中身を確かめ、復元する",
        "list backups, show what one holds, restore it",
    ),
    "terminal.help.restore_backup": (
        "控えの名前か番号。なければ一覧する",
        "name or number of a backup; none lists them",
    ),
    "terminal.help.yes": (
        "本当に復元する (なければ中身を示すだけ)",
        "really restore it; else what it holds is shown",
    ),
    "terminal.help.query": (
        "この語を含む記事だけ",
        "only articles with these words",
    ),
    "terminal.help.limit": ("最大の件数", "at most so many"),
    "terminal.help.read_status": ("この状態の記事だけ", "only articles in this state"),
    "terminal.help.tag": ("このタグの記事だけ", "only articles with this tag"),
    "terminal.help.show": (
        "1 本の記事について分かっていることをすべて表示する",
        "show all that is known of one article",
    ),
    "terminal.help.id": ("記事の id、またはその先頭の数文字", "id of an article, or how it begins"),
    "terminal.help.analyse": (
        "ファイルを、保存せずに解析する",
        "understand files without storing them",
    ),
    "terminal.help.files": (
        "テキストか Markdown のファイル。- は標準入力",
        "text or Markdown file; - is standard input",
    ),
    "terminal.help.jsonl": (
        '1 行ごとに {"id", "text"} のある JSONL ファイルを読み、1 行ずつ答える。- は標準入力',
        'answer each line of {"id", "text"} of a JSONL file with a line; - is standard input',
    ),
    "terminal.help.search": (
        "記事、メモ、用語、注目ポイントを検索する",
        "search articles, notes, terms and watch points",
    ),
    "terminal.help.search_query": (
        "探す語。空白で区切るとすべてを含むもの、引用符で囲むとそのままの並び",
        'words to find; all of them, and "words in quotes" as they stand',
    ),
    "terminal.help.kind": (
        "この種類だけ (複数回指定できる)",
        "only this kind (may be given several times)",
    ),
    "terminal.help.terms": (
        "用語集、または 1 本の記事の用語を表示する",
        "show the glossary, or the terms of one article",
    ),
    "terminal.help.term_words": (
        "記事の id。または hide、show、category、merge、part、rename、define と、用語、その内容",
        "id of an article; or: hide, show, category, merge, part, rename or define, a term, and words",
    ),
    "terminal.help.sort": ("並べる順", "the order"),
    "terminal.help.hidden": ("隠した用語を一覧する", "list the hidden terms"),
    "terminal.help.watch": (
        "注目ポイントを表示する。set で状態を変える",
        "show watch points; set changes where one stands",
    ),
    "terminal.help.words": (
        "記事の id。または set、dismiss、restore と、注目ポイントの id、set には状態",
        "id of an article; or: set, dismiss or restore, a watch point's id, and with set a status",
    ),
    "terminal.help.watch_status": (
        "この状態の注目ポイントだけ",
        "only watch points with this status",
    ),
    "terminal.help.why": ("状態を変えた理由", "why the status changes"),
    "terminal.help.note": (
        "記事にメモを書く、または語句をハイライトする",
        "write a note on an article, or highlight words of it",
    ),
    "terminal.help.quote": (
        "ハイライトする語句 (最初に出てくるところ)",
        "words to highlight (where they stand first)",
    ),
    "terminal.help.note_text": (
        "メモ。--quote があればそのハイライトに、なければ記事に付く",
        "the note; on the highlight with --quote, else on the article",
    ),
    "terminal.help.color": ("ハイライトの色", "colour of the highlight"),
    "terminal.help.note_tag": (
        "タグ。--quote があればそのハイライトに、なければメモに付く。何度でも使える",
        "a tag; of the highlight with --quote, else of the note; may be given several times",
    ),
    "terminal.help.nth": (
        "語句が何度も出てくるとき、その何番目か",
        "which of the places where the words stand",
    ),
    "terminal.help.notes": (
        "メモとハイライトを一覧する。restore で外したものを戻す",
        "list notes and highlights; restore brings back one that was removed",
    ),
    "terminal.help.notes_query": (
        "メモ・引用・タグ・題名から探す語。または restore と、外したものの id",
        "words to find in notes, quotations, tags and titles; or: restore, and an id",
    ),
    "terminal.help.notes_color": (
        "この色だけ (複数回指定できる)",
        "only this colour (may be given several times)",
    ),
    "terminal.help.notes_kind": (
        "この種類だけ (複数回指定できる)",
        "only this kind (may be given several times)",
    ),
    "terminal.help.notes_state": (
        "要確認の箇所 (doubtful)、本文から失われた箇所 (lost) だけ",
        "only passages to be checked (doubtful), or gone from the text (lost)",
    ),
    "terminal.help.notes_tag": (
        "このタグのあるものだけ (いくつも指定すると、すべてあるもの)",
        "only what has this tag (given several times: all of them)",
    ),
    "terminal.help.notes_article": ("この記事のものだけ", "only those of this article"),
    "terminal.help.notes_removed": (
        "外したものを、残りの日数とともに一覧する",
        "list what was removed, with the days it is still kept",
    ),
    "terminal.help.summary": (
        "記事の要約を表示する、または書く",
        "print the summary of an article, or write it",
    ),
    "terminal.help.summary_file": (
        "要約を読み込むファイル。- は標準入力",
        "file to take the summary from; - is standard input",
    ),
    "terminal.help.export": (
        "注釈付き要約を書き出す",
        "export annotated summaries",
    ),
    "terminal.help.export_ids": (
        "記事の id (複数指定できる)",
        "ids of articles",
    ),
    "terminal.help.format": (
        "形式の名前 (--list-formats で一覧)",
        "name of the format (see --list-formats)",
    ),
    "terminal.help.out": (
        "書き出すファイル。複数の記事ならフォルダー。- は標準出力",
        "file to write; a folder for several articles; - is standard output",
    ),
    "terminal.help.replace": (
        "Chumoku が書いたのではないファイルも置き換える",
        "replace even a file that Chumoku did not write",
    ),
    "terminal.help.list_formats": ("形式を一覧する", "list the formats"),
    "terminal.help.undo": ("最後にしたことを取り消す", "undo what you did last"),
    "terminal.help.redo": ("取り消したことをやり直す", "do again what was undone"),
    "terminal.help.check": (
        "ライブラリに傷みがないか調べる",
        "check the library for damage",
    ),
    "terminal.help.open": (
        "ウィンドウを開き、ファイルなどを追加して見せる",
        "open the window, with files added and shown",
    ),
    "terminal.help.open_sources": (
        "追加するファイル、フォルダー、URL",
        "files, folders or URLs to add",
    ),
    "terminal.help.shot": (
        "ウィンドウを画面なしで画像に描く",
        "draw the window into a picture, without a screen",
    ),
    "terminal.help.png": ("書き出す PNG ファイル", "PNG file to write"),
    "terminal.help.article": ("開く記事の id", "id of the article to open"),
    "terminal.help.view": ("表示する画面の名前", "name of the view to show"),
    "terminal.help.theme": ("light か dark", "light or dark"),
    "terminal.help.size": ("大きさ (1280x800 など)", "size, like 1280x800"),
}
