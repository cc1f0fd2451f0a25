"""What the reader did, in a few words: for undoing it and doing it again."""

from __future__ import annotations

WORDING: dict[str, tuple[str, str]] = {
    "act.hide": ("用語「{text}」を隠す", "hide the term “{text}”"),
    "act.show": ("用語「{text}」をまた表示する", "show the term “{text}” again"),
    "act.category": ("用語「{text}」の分類を変える", "change the category of “{text}”"),
    "act.text": ("用語「{text}」の表記を直す", "correct how “{text}” is written"),
    "act.reading": ("用語「{text}」の読みを直す", "correct the reading of “{text}”"),
    "act.definition": ("用語「{text}」の説明を書く", "write what “{text}” means"),
    "act.merge": ("「{text}」を「{into}」にまとめる", "merge “{text}” into “{into}”"),
    "act.part": ("「{text}」を別の用語に戻す", "part “{text}” again"),
    "act.add_alias": ("「{text}」に別名「{form}」を加える", "add “{form}” as a name of “{text}”"),
    "act.remove_alias": (
        "「{text}」から別名「{form}」を外す",
        "take “{form}” from the names of “{text}”",
    ),
    "act.restore_alias": (
        "「{text}」の別名「{form}」を元に戻す",
        "take back what was said of “{form}” and “{text}”",
    ),
    "act.make_term": ("「{text}」を用語にする", "make “{text}” a term"),
    "act.forget": ("自分の用語「{text}」をやめる", "drop your term “{text}”"),
    "act.watch_made": ("「{text}」を注目ポイントにする", "make “{text}” a watch point"),
    "act.dismiss": ("注目ポイント「{text}」を外す", "dismiss the watch point “{text}”"),
    "act.restore_watch": ("注目ポイント「{text}」を戻す", "bring back the watch point “{text}”"),
    "act.status": (
        "注目ポイント「{text}」の状態を変える",
        "change the status of the watch point “{text}”",
    ),
    "act.block": ("「{text}」の行の種類を直す", "correct what the line “{text}” is"),
    "act.correct": ("記事「{text}」の情報を直す", "correct the details of “{text}”"),
    "act.trash": ("記事「{text}」をごみ箱に移す", "move “{text}” to the trash"),
    "act.untrash": ("記事「{text}」をごみ箱から戻す", "put back “{text}” from the trash"),
    "act.summary": ("記事「{text}」の要約を書く", "write the summary of “{text}”"),
    "act.highlight": ("「{text}」をハイライトする", "highlight “{text}”"),
    "act.recolor": ("ハイライト「{text}」の色を変える", "change the colour of “{text}”"),
    "act.remove_highlight": ("ハイライト「{text}」を外す", "remove the highlight “{text}”"),
    "act.note": ("メモ「{text}」を書く", "write the note “{text}”"),
    "act.rewrite": ("メモ「{text}」を書き直す", "rewrite the note “{text}”"),
    "act.remove_note": ("メモ「{text}」を外す", "remove the note “{text}”"),
    "act.tag_note": ("メモ「{text}」のタグを変える", "change the tags of the note “{text}”"),
    "act.tag_highlight": ("ハイライト「{text}」のタグを変える", "change the tags of “{text}”"),
    "act.accept": ("「{text}」の新しい文面を認める", "accept the new words of “{text}”"),
    "act.move": ("ハイライト「{text}」の箇所を選び直す", "choose another place for “{text}”"),
    "act.keep_as_quotation": ("「{text}」を引用として残す", "keep “{text}” as a quotation"),
    "act.bring_back": ("取り除いたものを戻す", "bring back what was removed"),
}
