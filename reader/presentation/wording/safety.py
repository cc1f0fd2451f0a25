"""The safety of the library: backups, what they hold, restoring one, what is damaged."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    # Why a backup was made
    "safety.kind.daily": ("毎日の控え", "daily"),
    "safety.kind.migration": ("新しい形式に移す前", "before an upgrade of the library"),
    "safety.kind.by_hand": ("手動の控え", "by hand"),
    "safety.kind.replaced": ("復元で置き換えたもの", "replaced by a restore"),
    "safety.kind.damaged": ("壊れた部分のある控え", "of a damaged library"),
    "safety.kind.other": ("自分で置いたファイル", "a file of your own"),
    # What a backup holds
    "safety.look.made": ("作成: {made}({kind})", "Made: {made} ({kind})"),
    "safety.look.file": (
        "ファイル: {name}({size}、形式 {version})",
        "File: {name} ({size}, schema {version})",
    ),
    "safety.look.unread": ("ファイル: {name}({size})", "File: {name} ({size})"),
    "safety.look.holds": (
        "内容: 記事 {articles} 件、メモ {notes} 件、ハイライト {highlights} 件、要約 {summaries} 件",
        "Holds: articles {articles}, notes {notes}, highlights {highlights}, summaries {summaries}",
    ),
    "safety.look.newest": ("最後のメモ: {at}「{words}」", "Newest note: {at}, “{words}”"),
    "safety.look.lost": (
        "復元すると、いまのライブラリーにある次のものがなくなります (置き換えたファイルには残ります):",
        "Restoring takes these away from the present library (the replaced file keeps them):",
    ),
    "safety.look.back": (
        "復元すると、次のものが戻ります:",
        "Restoring brings these back:",
    ),
    "safety.look.same": (
        "記事、メモ、ハイライト、要約は、いまのライブラリーと同じです。",
        "Its articles, notes, highlights and summaries are those of the present library.",
    ),
    "safety.look.unknown": (
        "いまのライブラリーを読めないため、違いは比べられません。",
        "The present library cannot be read, so the two cannot be compared.",
    ),
    "safety.some.articles": ("記事 {count} 件", "articles {count}"),
    "safety.some.notes": ("メモ {count} 件", "notes {count}"),
    "safety.some.highlights": ("ハイライト {count} 件", "highlights {count}"),
    "safety.some.summaries": ("要約 {count} 件", "summaries {count}"),
    "safety.some.named": ("{what}: {examples}", "{what}: {examples}"),
    "safety.some.quoted": ("「{words}」", "“{words}”"),
    "safety.some.more": ("ほか", "and more"),
    "safety.look.good": (
        "この控えに壊れた部分はありません。",
        "Nothing in this backup is damaged.",
    ),
    "safety.look.problems": (
        "この控えには壊れた部分が {count} か所あります: {first}",
        "Damaged parts of this backup: {count}. The first: {first}",
    ),
    "safety.look.unusable": (
        "この控えは復元できません: {first}",
        "This backup cannot be restored: {first}",
    ),
    "safety.look.newer": (
        "新しい版の Chumoku が作った形式です",
        "it was made by a newer Chumoku",
    ),
    # From a terminal
    "safety.backup.made": ("控えを作りました: {path}", "backed up: {path}"),
    "safety.backup.damaged": (
        "控えは作りましたが、ライブラリーに壊れた部分があります。名前に damaged と付けました。chumoku check で調べられます: {path}",
        "Backed up, but part of the library is damaged, and the name of the copy says so (damaged). Examine it with chumoku check: {path}",
    ),
    "safety.restore.none": (
        "控えはまだありません。chumoku backup で作れます。",
        "There are no backups yet. Make one with chumoku backup.",
    ),
    "safety.restore.how": (
        "まだ何も変えていません。この控えを復元するには: chumoku restore {name} --yes",
        "Nothing was changed. To restore this backup: chumoku restore {name} --yes",
    ),
    "safety.restore.done": ("復元しました: {name}", "Restored: {name}"),
    "safety.restore.kept": (
        "置き換えたファイルはここにあります: {path}",
        "What it replaced is kept here: {path}",
    ),
    "safety.check.offer": (
        "いちばん新しい無事な控えは {name} です。中身を見る: chumoku restore {name}。復元する: chumoku restore {name} --yes。いまのファイルは残ります。",
        "The newest good backup is {name}. See what it holds: chumoku restore {name}. Restore it: chumoku restore {name} --yes. The present file is kept.",
    ),
    "safety.check.no_offer": (
        "無事な控えは見つかりませんでした。",
        "There is no good backup.",
    ),
    # In the window
    "safety.list.name": ("控えの一覧", "Backups"),
    "safety.list.line": ("{number}　{date}　{kind}　{size}", "{number}   {date}   {kind}   {size}"),
    "safety.list.none": (
        "控えはまだありません。",
        "There are no backups yet.",
    ),
    "safety.look.name": ("控えの内容", "What the backup holds"),
    "safety.look.wait": ("控えを調べています…", "Looking into the backup…"),
    "safety.window.backed_up": ("控えを作りました: {path}", "Backed up: {path}"),
    "safety.window.damaged": (
        "控えは作りましたが、ライブラリーに壊れた部分があります: {path}",
        "Backed up, but part of the library is damaged: {path}",
    ),
    "safety.backup.not_made": (
        "今日の控えを作れませんでした。{why}",
        "Today's backup could not be made. {why}",
    ),
    "safety.backup.again": ("もう一度試す", "Try again"),
    "safety.restore.title": ("ライブラリーの控え", "Backups of the library"),
    "safety.restore.about": (
        "選んだ控えの内容と、いまのライブラリーとの違いを確かめてから復元できます。いまのファイルは消えずに残り、ウィンドウは開き直されます。",
        "See what a backup holds and how it differs from the present library before you restore it. The present file is kept, and the window opens anew.",
    ),
    "safety.restore.do": ("この控えを復元", "Restore this backup"),
    "safety.restore.quit": ("終了", "Quit"),
    "safety.restore.wait": ("控えを復元しています…", "Restoring the backup…"),
    "safety.restore.came": ("控えを復元しました。", "The backup was restored."),
    "safety.restore.came_kept": (
        "控えを復元しました。置き換えたファイル: {path}",
        "The backup was restored. What it replaced is kept: {path}",
    ),
    "safety.restore.fault": (
        "Chumoku の不具合で復元できませんでした。ファイルは失われていません。記録に詳細があります。",
        "A fault in Chumoku kept the backup from being restored. No file is lost; the log has the details.",
    ),
    "safety.restore.unsaved": (
        "まだ保存できていない文章があるため、復元していません。保存されてからやり直してください。",
        "Some of what you typed is not saved yet, so nothing was restored. Try again when it is.",
    ),
    "safety.restore.read_only": (
        "この場所には書き込めないため、復元していません。",
        "This place cannot be written to, so nothing was restored.",
    ),
    "safety.damage.banner": (
        "ライブラリーに壊れた部分が見つかりました。ファイルには手を加えていません。新しい毎日の控えは作らず、これまでの控えを残しています。",
        "Part of the library is damaged. The file is left as it is; no new daily backup is made, and earlier ones are kept.",
    ),
    "safety.damage.details": ("詳しく", "Details"),
    "safety.damage.restore": ("控えを見る…", "See backups…"),
    "safety.damage.title": ("ライブラリーの壊れた部分", "What is damaged"),
    "safety.damage.about": (
        "見つかった問題です。chumoku check を使うと、どの記事やメモかまで調べられます。",
        "This is what was found. chumoku check says which articles and notes it is in.",
    ),
    "safety.read_only": (
        "{folder} には書き込めないため、読み取り専用で開いています。メモやハイライトを加えるには、権限を確かめるか、書き込める場所に移して開き直してください。",
        "{folder} cannot be written to, so the library is open to be read only. To add notes and highlights, check its permissions or move it, and open it again.",
    ),
    "safety.read_only.refused": (
        "読み取り専用で開いているため、変更していません。",
        "The library is open to be read only: nothing was changed.",
    ),
    # What a check finds, by kind
    "safety.problem.file": ("ファイル", "file"),
    "safety.problem.reference": ("つながり", "reference"),
    "safety.problem.revision": ("記事の本文", "text of an article"),
    "safety.problem.note": ("メモ", "note"),
    "safety.problem.summary": ("要約", "summary"),
    "safety.problem.highlight": ("ハイライト", "highlight"),
    "safety.problem.removed": ("消したメモやハイライト", "removed note or highlight"),
    "safety.problem.correction": ("記事の訂正", "correction of an article"),
    "safety.problem.watch_point": ("注目ポイント", "watch point"),
    "safety.problem.copy": ("メモの写し", "plain copy of notes"),
    "safety.problem.draft": ("残された下書き", "draft that was left behind"),
    "safety.problem.term": ("用語の訂正", "correction of a term"),
    "safety.problem.block": ("行の訂正", "correction of a line"),
    "safety.problem.act": ("操作の記録", "record of an act"),
    "safety.problem.original": ("元のファイルの控え", "original"),
    "safety.problem.index": ("検索の索引", "search index"),
    "safety.problem.words": (
        "書かれたときの内容から変わっています",
        "it is not as it was written",
    ),
    "safety.problem.line": ("{kind} {id}: {what}", "{kind} {id}: {what}"),
    "safety.problem.detail": ("{what} ({detail})", "{what} ({detail})"),
}
