"""What the world did wrong, told to the reader: what happened, what was kept, what to do."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "error.unknown": (
        "うまくいきませんでした({code})。保存済みのものは失われていません。",
        "That did not work ({code}). Nothing that was saved is lost.",
    ),
    "error.missing": (
        "{path} が見つかりません。場所と名前を確かめてください。",
        "{path} is not there. Check the place and the name.",
    ),
    "error.is_folder": (
        "{path} はフォルダーです。ファイルを指定してください。",
        "{path} is a folder. Name a file.",
    ),
    "error.too_large": (
        "{path} は大きすぎるため読み込みませんでした。元のファイルはそのままです。",
        "{path} is too large to be read. The file is as it was.",
    ),
    "error.unreadable": (
        "{path} を読めません。権限を確かめてください。ほかのものは変わっていません。",
        "{path} cannot be read. Check its permissions. Nothing else has changed.",
    ),
    "error.disk_full": (
        "ディスクに空きがなく、書き込めませんでした。以前の内容は残っています。空きを作ってやり直してください。",
        "The disk is full: nothing was written, and what was there is kept. Free some space and try again.",
    ),
    "error.no_folder": (
        "{path} を置くフォルダーがありません。何も書き込んでいません。",
        "The folder for {path} is not there. Nothing was written.",
    ),
    "error.unwritable": (
        "{path} に書き込めません。以前の内容は残っています。権限を確かめるか、別の場所を選んでください。",
        "{path} cannot be written, and what was there is kept. Check its permissions, or choose another place.",
    ),
    "error.no_network": (
        "{source} は追加していません。この版では Web ページを直接は追加できません。ページをテキストとして保存し、そのファイルを追加してください。",
        "{source} was not added: this version cannot add web pages. Save the page as text and add that file.",
    ),
    "error.nothing_in_folder": (
        "{path} には追加できるテキスト (.txt .text .md .markdown) がありません。",
        "{path} holds no text that could be added (.txt .text .md .markdown).",
    ),
    "error.not_a_file": (
        "{path} は通常のファイルではないため読み込みませんでした。",
        "{path} is not a regular file and was not read.",
    ),
    "error.bad_status": (
        "{status} という状態はありません。使えるのは {known} です。何も変えていません。",
        "There is no status {status}. Use one of {known}. Nothing was changed.",
    ),
    "error.bad_color": (
        "{color} という色はありません。使えるのは {known} です。何も変えていません。",
        "There is no colour {color}. Use one of {known}. Nothing was changed.",
    ),
    "error.bad_field": (
        "{field} は直せません。直せるのは {known} です。何も変えていません。",
        "{field} cannot be corrected, only {known}. Nothing was changed.",
    ),
    "error.bad_date": (
        "{date} は日付として読めません。2026、2026-01、2026-01-10 のように書いてください。何も変えていません。",
        "{date} is not a date. Write it like 2026, 2026-01 or 2026-01-10. Nothing was changed.",
    ),
    "error.bad_range": (
        "その範囲には本文の言葉がありません。ハイライトは付けていません。",
        "There are no words in that range of the text. Nothing was highlighted.",
    ),
    "error.nothing_to_settle": (
        "このハイライトには確かめることがありません。何も変えていません。",
        "There is nothing to check about this highlight. Nothing was changed.",
    ),
    "error.text_changed": (
        "その間に記事がまた更新されました。何も変えていません。新しい本文でもう一度確かめてください。",
        "The article was updated again meanwhile. Nothing was changed. Check against the new text.",
    ),
    "error.bad_split": (
        "そこではハイライトを分けられません。何も変えていません。",
        "The highlight cannot be split there. Nothing was changed.",
    ),
    "error.bad_merge": (
        "まとめられるのは、ひとつの記事にある二つ以上のハイライトです。何も変えていません。",
        "Only two or more highlights of one article can be merged. Nothing was changed.",
    ),
    "error.empty_note": (
        "メモが空です。何も保存していません。",
        "The note is empty. Nothing was kept.",
    ),
    "error.empty_quote": (
        "引用する語句が空です。ハイライトは付けていません。",
        "There are no words to quote. Nothing was highlighted.",
    ),
    "error.quote_not_found": (
        "「{quote}」は本文にありません。ハイライトは付けていません。本文どおりに書いてください。",
        "“{quote}” does not stand in the text. Nothing was highlighted. Write it as the text does.",
    ),
    "error.quote_fewer": (
        "その語句は {count} か所にしかなく、{nth} 番目はありません。ハイライトは付けていません。",
        "Those words stand in {count} places only, there is no number {nth}. Nothing was highlighted.",
    ),
    "error.nothing_to_note": (
        "--note か --quote で、書くことを指定してください。何も保存していません。",
        "Say what to write with --note or --quote. Nothing was kept.",
    ),
    "error.watch_words": (
        "「{words}」は分かりません。watch [ID]、watch set 注目ポイントのID 状態、または watch dismiss (restore) 注目ポイントのID、と書いてください。",
        "“{words}” is not understood. Write watch [ID], watch set WATCH STATUS, or watch dismiss (or restore) WATCH.",
    ),
    "error.terms_words": (
        "「{words}」は分かりません。terms [ID]、または hide・show・part 用語、category・merge・rename・define 用語 内容、と書いてください。何も変えていません。",
        "“{words}” is not understood. Write terms [ID], or hide, show or part TERM, or category, merge, rename or define TERM WORDS. Nothing was changed.",
    ),
    "error.bad_category": (
        "{category} という分類はありません。使えるのは {known} です。何も変えていません。",
        "There is no category {category}. Use one of {known}. Nothing was changed.",
    ),
    "error.bad_term": (
        "用語にできるのは 1 行の中の {most} 文字までの語句です。何も変えていません。",
        "A term is words within one line, at most {most} characters. Nothing was changed.",
    ),
    "error.bad_form": (
        "別名にできるのは {most} 文字までの語句です。何も変えていません。",
        "A name is words of at most {most} characters. Nothing was changed.",
    ),
    "error.bad_passage": (
        "その範囲には本文の言葉がありません。何も変えていません。",
        "There are no words in that range of the text. Nothing was changed.",
    ),
    "error.bad_line": (
        "そこには直せる行がありません。何も変えていません。",
        "There is no line there that could be corrected. Nothing was changed.",
    ),
    "error.bad_block": (
        "{kind} という行の種類はありません。使えるのは {known} です。何も変えていません。",
        "There is no kind of line {kind}. Use one of {known}. Nothing was changed.",
    ),
    "error.not_an_alias": (
        "「{form}」はこの用語の表記そのもので、別名ではありません。何も変えていません。",
        "“{form}” is how the term itself is written, not another name of it. Nothing was changed.",
    ),
    "error.merge_itself": (
        "その二つはもう同じ用語です。何も変えていません。",
        "Those two are the same term already. Nothing was changed.",
    ),
    "error.not_merged": (
        "その用語はほかの用語にまとめられていません。何も変えていません。",
        "That term is not merged into another one. Nothing was changed.",
    ),
    "error.not_own": (
        "その用語は自分で作ったものではありません。隠すことはできます。何も変えていません。",
        "That term was not made by you; it can be hidden instead. Nothing was changed.",
    ),
    "error.undo_changed": (
        "その後に変わっているため、取り消せませんでした。いまの内容はそのままです。その前の操作は取り消せます。",
        "It has been changed since and could not be undone. Everything is as it was; what you did before that can still be undone.",
    ),
    "error.redo_changed": (
        "その後に変わっているため、やり直せませんでした。いまの内容はそのままです。",
        "It has been changed since and could not be done again. Everything is as it was.",
    ),
    "error.undo_not_latest": (
        "その後に別の操作をしたため、ここからは取り消せません。「元に戻す」で順に取り消せます。",
        "Something else was done since, so it cannot be undone from here. Use Undo instead.",
    ),
    "error.nothing_to_undo": ("取り消せる操作はありません。", "There is nothing to undo."),
    "error.nothing_to_redo": ("やり直せる操作はありません。", "There is nothing to do again."),
    "error.ambiguous_term": (
        "「{form}」という用語がいくつもあります。id で指定してください: {ids}",
        "Several terms are written “{form}”. Name one by its id: {ids}",
    ),
    "error.analyse_what": (
        "ファイルか --jsonl のどちらか一方を指定してください。",
        "Name files, or a file with --jsonl, but not both.",
    ),
    "error.export_what": (
        "記事の id と --format と --out を指定してください。形式は --list-formats で一覧できます。",
        "Name the ids of articles, --format and --out. See --list-formats for the formats.",
    ),
    "error.export_one": (
        "標準出力に書き出せるのは 1 本の記事だけです。--out にフォルダーを指定してください。",
        "Only one article can go to standard output. Name a folder with --out.",
    ),
    "error.line_not_json": (
        "この行は JSON ではありません ({reason})。",
        "This line is not JSON ({reason}).",
    ),
    "error.line_without_text": (
        'この行には文字列の "text" がありません。',
        'This line has no "text" that is a string.',
    ),
    "error.foreign_file": (
        "{path} は Chumoku が書いたファイルではないため、そのままにしました。置き換えるには --replace (置き換える) を選んでください。",
        "{path} was not written by Chumoku and is left as it is. Ask for it to be replaced (--replace), or choose another name.",
    ),
    "error.other_article": (
        "{path} には別の記事が書き出されているため、そのままにしました。別の名前を選ぶか、置き換え (--replace) を選んでください。",
        "{path} is the export of another article and is left as it is. Choose another name, or ask for it to be replaced (--replace).",
    ),
    "error.cannot_merge": (
        "{path} にあなたが書き加えた部分を残したまま更新することができないため、そのままにしました。別の名前を選ぶか、置き換え (--replace) を選んでください。",
        "{path} cannot be brought up to date with what you may have changed in it kept, and is left as it is. Choose another name, or ask for it to be replaced (--replace).",
    ),
    "error.not_a_folder": (
        "{path} はフォルダーではありません。何も書き込んでいません。複数の記事を書き出すにはフォルダーを指定してください。",
        "{path} is not a folder. Nothing was written. Name a folder to export several articles.",
    ),
    "error.locked": (
        "ほかのウィンドウかコマンドがライブラリーに書き込んでいるため、保存できませんでした。入力した内容はそのままです。少し待ってやり直してください。",
        "Another window or command is writing to the library, so this was not saved. What was there is kept. Wait a moment and try again.",
    ),
    "error.read_only": (
        "{folder} には書き込めません。ライブラリーは変わっていません。権限を確かめるか、書き込める場所に移してください。",
        "{folder} cannot be written to, and the library is as it was. Check its permissions, or move it to a place that can be.",
    ),
    "error.unreachable": (
        "{folder} のライブラリーを読み書きできません ({reason})。保存済みのものはそのままです。ディスクや接続を確かめてやり直してください。",
        "The library in {folder} cannot be reached ({reason}). What was saved is kept. Check the disk or the connection and try again.",
    ),
    "error.library_vanished": (
        "{folder} に library.db が見つからないため、保存していません。フォルダーの移動や、ディスクの取り外しがあったかもしれません。保存済みのものは移した先に残っています。元の場所に戻すと続けられます。",
        "library.db is not in {folder} any more, so nothing was saved. The folder may have been moved, or its disk taken out; what was saved went with it. Put it back to go on.",
    ),
    "error.library_replaced": (
        "{folder} の library.db は、開いた後に別のファイルに置き換えられています。保存していません。どちらのファイルもそのままです。元のファイルに戻すか、Chumoku を開き直してください。",
        "library.db in {folder} was replaced by another file since it was opened. Nothing was saved, and both files are as they were. Put the first one back, or open Chumoku again.",
    ),
    "error.damaged": (
        "{folder} のライブラリーに壊れた部分があります ({reason})。ファイルには手を加えていません。check で調べ、backups フォルダーの控えから戻せます。",
        "Part of the library in {folder} is damaged ({reason}). The file is left as it is. Examine it with check; there may be a good copy in its backups folder.",
    ),
    "error.backup_unsound": (
        "ライブラリーに壊れた部分があるため、控えを作りませんでした ({reason})。これまでの控えはそのままです。chumoku check で調べられます。",
        "Part of the library is damaged, so it was not backed up ({reason}). Earlier backups are kept. Examine it with chumoku check.",
    ),
    "error.backup_damaged": (
        "控え {name} は壊れているため、復元していません ({reason})。ライブラリーはそのままです。別の控えを選んでください。",
        "The backup {name} is damaged and was not restored ({reason}). The library is as it was. Choose another backup.",
    ),
    "error.library_open": (
        "ほかのウィンドウかコマンドがこのライブラリーを開いているため、復元していません。ライブラリーはそのままです。すべて閉じてからやり直してください。",
        "Another window or command has this library open, so nothing was restored. The library is as it was. Close them all and try again.",
    ),
    "error.no_such_backup": (
        "「{name}」という控えは {folder} にありません。chumoku restore で一覧できます。何も変えていません。",
        "There is no backup “{name}” in {folder}. List them with chumoku restore. Nothing was changed.",
    ),
    "error.ambiguous_backup": (
        "「{name}」に当てはまる控えがいくつもあります。名前で指定してください: {names}",
        "Several backups match “{name}”. Name one: {names}",
    ),
    "error.damaged_row": (
        "ライブラリーの一部が壊れていて読めません ({reason})。ファイルには手を加えていません。check で調べ、backups フォルダーの控えから戻せます。",
        "A part of the library is damaged and cannot be read ({reason}). The file is left as it is. Examine it with check; there may be a good copy in its backups folder.",
    ),
    "error.no_library": (
        "{folder} にライブラリーはありません。場所を確かめてください。何も作っていません。",
        "There is no library in {folder}. Check the place. Nothing was made.",
    ),
    "error.not_a_library": (
        "{folder} の library.db は Chumoku のライブラリーではないか、壊れています。ファイルには手を加えていません。別のフォルダーを選ぶか、控えから戻してください。",
        "library.db in {folder} is no library of Chumoku, or is damaged. It is left as it is. Choose another folder, or restore a backup.",
    ),
    "error.library_gone": (
        "{folder} には元の記事が残っていますが、library.db がありません。何も作っていません。backups フォルダーの控えを library.db として戻すか、別のフォルダーを選んでください。",
        "{folder} holds articles as they came, but library.db is gone. Nothing was made. Put a copy from its backups folder in that place, or choose another folder.",
    ),
    "error.window_silent": (
        "このライブラリーのウィンドウはすでに開いていますが、応答がありません(プロセス {process})。新しいウィンドウは開かず、何も追加していません。しばらく待ってもう一度開くか、応答のない Chumoku を終了してから開いてください。",
        "A window on this library is open already but does not answer (process {process}). No other window was opened, and nothing was added. Wait a moment and try again, or end the Chumoku that hangs and open it anew.",
    ),
    "error.newer": (
        "このライブラリーは新しい版の Chumoku ({needs} 以降) で作られています。手を加えずに閉じました。Chumoku を {needs} 以降に更新してください。",
        "This library was made by a newer Chumoku and was not touched. Update to Chumoku {needs} or later to open it.",
    ),
    "error.older": (
        "{folder} のライブラリーは古い版のもので、読み取り専用のままでは開けません。書き込める場所で一度開いてください。",
        "The library in {folder} is from an older version and cannot be brought up to date read-only. Open it once where it can be written.",
    ),
    "error.old_sqlite": (
        "この Python の SQLite は {found} です。Chumoku には {needs} 以降が必要です。ライブラリーには手を加えていません。",
        "This Python has SQLite {found}, and Chumoku needs {needs} or later. The library was not touched.",
    ),
    "error.original_missing": (
        "元のファイルの控え ({sha256}) が {folder} にありません。記事の本文とメモは残っています。",
        "The original {sha256} is not in {folder} any more. The text of the article and the notes are kept.",
    ),
    "error.original_damaged": (
        "元のファイルの控え ({sha256}) が壊れています。記事の本文とメモは残っています。",
        "The original {sha256} is damaged. The text of the article and the notes are kept.",
    ),
    "error.no_such_id": (
        "id が {id} のものはありません。",
        "Nothing has the id {id}.",
    ),
    "error.ambiguous_id": (
        "{id} で始まる id がいくつもあります。もう少し長く書いてください。",
        "Several ids begin with {id}. Write more of it.",
    ),
    "error.target_removed": (
        "このメモのハイライトも取り除かれています。先にハイライトを戻してください。メモは残っています。",
        "The highlight of this note was removed as well. Bring that back first. The note is kept.",
    ),
    "error.no_output": (
        "出力を書き込めませんでした ({reason})。ライブラリに保存したものは残っています。",
        "The output could not be written ({reason}). What was kept in the library is there.",
    ),
    "error.unknown_format": (
        "{name} という形式はありません。使えるのは {known} です。何も書き込んでいません。",
        "There is no format {name}. Use one of {known}. Nothing was written.",
    ),
    "error.our_fault": (
        "{path} は Chumoku の不具合で処理できませんでした。ほかのものには影響ありません。記録に詳細があります。",
        "{path} could not be taken because of a fault in Chumoku. Nothing else is affected; the log has the details.",
    ),
    "error.empty": (
        "{path} には文章がありません。追加していません。",
        "{path} holds no words. It was not taken.",
    ),
    "error.not_text": (
        "{path} は文章として読めないため、追加していません。元のファイルはそのままです。",
        "{path} is not a text and was not taken. The file is as it was.",
    ),
    "error.unsupported": (
        "{path} ({kind}) はこの版では読めません。文章をテキストとして保存し、そのファイルを追加してください。",
        "{path} ({kind}) cannot be read by this version. Save its words as text and add that file.",
    ),
    "error.bad_choice": (
        "{name} に {value} はありません。使えるのは {known} です。",
        "There is no {value} for {name}. Use one of {known}.",
    ),
    "error.bad_size": (
        "{size} は大きさとして読めません。1280x800 のように書いてください。",
        "{size} is not a size. Write it like 1280x800.",
    ),
}
