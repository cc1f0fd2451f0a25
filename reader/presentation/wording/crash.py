"""What is said when something in Chumoku itself went wrong."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "crash.title": ("Chumoku の不具合", "A fault of Chumoku"),
    "crash.one": (
        "Chumoku の中で問題が起きました。いまの操作は終わっていないかもしれませんが、このまま使い続けられます。",
        "Something in Chumoku went wrong. What you were doing may not be done, but you can go on.",
    ),
    "crash.several": (
        "Chumoku の中で {count} つの問題が起きました。操作のいくつかは終わっていないかもしれませんが、このまま使い続けられます。",
        "{count} things in Chumoku went wrong. Some of what you were doing may not be done, but you can go on.",
    ),
    "crash.saved": (
        "書いたものは失われていません。",
        "Nothing that you wrote is lost.",
    ),
    "crash.unsaved": (
        "まだ保存できていない文章が {count} か所あります。失われてはおらず、保存を自動で試し続けています。",
        "Words in {count} places are not saved yet. They are kept, and saving is tried again by itself.",
    ),
    "crash.report_at": (
        "報告は {path} にあります。",
        "The report is at {path}.",
    ),
    "crash.no_report": (
        "報告はファイルに書けませんでした。",
        "The report could not be written to a file.",
    ),
    "crash.what_it_holds": (
        "報告に記事やメモの文章は入っていません。どこにも送られません。",
        "The report holds no words of your articles or notes, and is sent nowhere.",
    ),
    "crash.what_it_holds_now": (
        "報告の終わりに、開いている記事の本文が入っています。どこにも送られません。",
        "At its end the report holds the text of the open article. It is sent nowhere.",
    ),
    "crash.report": ("報告", "Report"),
    "crash.with_article": ("開いている記事の本文を含める", "Include the text of the open article"),
    "crash.save": ("保存…", "Save…"),
    "crash.copied": ("コピーしました", "Copied"),
    "crash.saved_at": ("{path} に保存しました", "Saved to {path}"),
    "crash.file": ("chumoku-不具合の報告.txt", "chumoku-crash-report.txt"),
    "crash.plain": (
        "Chumoku の中で問題が起き、その説明も表示できませんでした。終了して開き直してください。",
        "Something in Chumoku went wrong, and so did showing it. Close Chumoku and open it anew.",
    ),
    "crash.before": (
        "前回、Chumoku は不具合で突然終わりました",
        "Last time Chumoku ended suddenly, by a fault of its own",
    ),
    "crash.killed": (
        "前回、Chumoku は途中で終わりました。保存されていた文章はそのままです",
        "Last time Chumoku was ended before it was closed. What was saved is all there",
    ),
    "crash.before.show": ("報告を見る", "Show the report"),
    "crash.before.about": (
        "前回の終わり方の報告です。記事やメモの文章は入っていません。どこにも送られません。",
        "The report of how it ended. It holds no words of your articles or notes, and is sent nowhere.",
    ),
    "crash.at_start": (
        "Chumoku の不具合で、ウィンドウを開けませんでした。保存済みのものは失われていません。",
        "A fault of Chumoku kept its window from opening. Nothing that was saved is lost.",
    ),
    "crash.command": (
        "Chumoku の不具合で、最後まで実行できませんでした。保存済みのものは失われていません。",
        "A fault of Chumoku kept this from being finished. Nothing that was saved is lost.",
    ),
    "crash.folder": (
        "フォルダーを開けませんでした: {path}",
        "The folder could not be opened: {path}",
    ),
}
