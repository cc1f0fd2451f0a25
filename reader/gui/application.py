"""Start the window on a library, or draw it into a picture."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QLocale,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import __version__
from reader.gui.garbage import GarbageCollector
from reader.gui.looks import Looks
from reader.gui.session import Session, Start
from reader.gui.window import MainWindow
from reader.presentation.messages import Messages
from reader.system.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.gui.crashes import CrashTelling
    from reader.gui.drafting import Drafting
    from reader.gui.ending import Ending
    from reader.gui.handing_over import Receiver
    from reader.gui.mirroring import BackgroundMirroring
    from reader.gui.safety.flow import SafetyFlow
    from reader.gui.safety.guard import Guard
    from reader.gui.wanted import Wanted
    from reader.model.errors import ReaderError
    from reader.model.safekeeping import Backup
    from reader.presentation.messages import Language
    from reader.services.desk import Desk
    from reader.services.recovering import Recovered
    from reader.system.claim import Claim
    from reader.system.crash import CrashReports

_log = logging.getLogger(__name__)
_WAIT_FOR_START = 400
# What the off-screen platform has no window manager for: sizes, and menus in front.
_USUAL = "This plugin does not support "


class Program(QObject):
    """One session, its window, and what goes on behind it."""

    def __init__(
        self,
        folder: Path,
        *,
        settings_path: Path,
        wish: Wanted | None = None,
        claim: Claim | None = None,
        crashes: CrashReports | None = None,
        language: Language | None = None,
        visits: bool = False,
    ) -> None:
        """Begin; who only ``visits`` leaves to others what the last window left behind."""
        super().__init__()
        self._visits = visits
        self._garbage = GarbageCollector(self)
        self._wish = wish
        self._claim = claim
        self._receiver: Receiver | None = None
        self._telling: CrashTelling | None = None
        self._ending: Ending | None = None
        self._crashes = crashes
        # The library is read while the widgets are built.
        settings = load_settings(settings_path)
        self.session = Session(folder)
        self.session.start(settings.article_of(folder))
        self.looks = Looks(settings, settings_path, language=language, parent=self)
        self.looks.apply()
        self.looks.language_changed.connect(self._on_language_changed)
        self.session.started.connect(self._on_started)
        self.session.failed.connect(self._on_failed_to_start)
        self.session.crashed.connect(self._on_crashed)
        self._start: Start | None = None
        self.failure: ReaderError | None = None
        self.background: QObject | None = None
        self.drafting: Drafting | None = None
        self.mirroring: BackgroundMirroring | None = None
        self.guard: Guard | None = None
        self.safety: SafetyFlow | None = None
        self.restoring: Backup | None = None
        self.window = self._make_window()

    @property
    def idle(self) -> bool:
        """Say whether all that was begun is done: nothing asked for, nothing to understand."""
        from reader.gui.understanding import BackgroundUnderstanding

        background = self.background
        resting = isinstance(background, BackgroundUnderstanding) and background.idle
        return self._start is not None and resting and not self.session.busy

    def show(self) -> bool:
        """Show the window, with its article if that is there in time.

        Say whether there is a window: a library that cannot be opened (``failure``) has none.
        """
        if self._start is None:
            loop = QEventLoop()
            self.session.started.connect(loop.quit)
            self.session.failed.connect(loop.quit)
            QTimer.singleShot(_WAIT_FOR_START, loop, loop.quit)
            loop.exec()
        if self.failure is None:
            self.window.show()
        return self.failure is None

    def tell_failure(self) -> None:
        """Say why the library cannot be opened, and offer a backup where one can help."""
        from reader.gui.safety.beginning import offer_backup

        if self.failure is not None:
            if self._claim is not None:
                # There is no window: a later start is to say the same, not to wait for it.
                self._claim.close()
            say = Messages(self.looks.language)
            self.restoring = offer_backup(self.session.folder, self.failure, say)
            if self.restoring is not None and self._claim is not None:
                self._claim.take()

    def close(self) -> bool:
        """Let everything end; say whether all words are committed."""
        from reader.gui.understanding import BackgroundUnderstanding

        for part in (self._receiver, self._telling):
            if part is not None:
                part.close()
        if isinstance(self.background, BackgroundUnderstanding):
            self.background.close()
        if self.guard is not None:
            self.guard.close()
        self._gather_words()
        ended = self.session.close(last=self._close_mirroring())
        if self.session.saver.unsaved:
            self._rescue()
        if self.drafting is not None:
            self.drafting.close()
        if ended:
            self._garbage.close()
        if self._ending is not None:
            self._ending.restore()
        return ended

    def _gather_words(self) -> None:
        """Hand over what an editor still holds, should the window have failed to on its way."""
        from reader.gui.autosave import AutosaveEdit

        for editor in self.window.findChildren(AutosaveEdit):
            editor.hand_over()

    def _close_mirroring(self) -> Callable[[Desk], object] | None:
        """Stop the plain copies; return what is still to be done for them."""
        if self.mirroring is None:
            return None
        from reader.gui.mirroring import do_last

        self.mirroring.close()
        return do_last

    def _rescue(self) -> None:
        """Keep words that the library did not take, and say where they are."""
        from PySide6.QtWidgets import QMessageBox

        from reader.services.rescuing import rescue
        from reader.system.clock import now_utc

        words = self.session.saver.unsaved
        path = rescue(words, (self.session.folder, Path.home()), stamp=now_utc())
        say = self.window.messages
        if path is not None:
            QMessageBox.warning(None, "Chumoku", say("window.rescued", path=str(path)))
        else:
            text = "\n\n".join(words.values())
            QMessageBox.critical(None, "Chumoku", say("window.not_rescued", text=text))

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.looks)
        window.closing.connect(self._on_closing)
        return window

    @Slot(object)
    def _on_started(self, start: Start) -> None:
        self._start = start
        self.session.failed.disconnect(self._on_failed_to_start)
        self.window.show_start(start)
        self.window.article_shown.connect(self._on_first_paint_over)
        if start.known is None:
            QTimer.singleShot(0, self, self._on_first_paint_over)

    @Slot()
    def _on_first_paint_over(self) -> None:
        """Begin with everything that the first paint did not need."""
        from reader.gui.understanding import BackgroundUnderstanding

        if self.background is not None:
            return
        self.window.commands.update()
        self.session.start_writing()
        background = BackgroundUnderstanding(self.session, self)
        self.background = background
        self.session.changed.connect(self._on_changed)
        assert self._start is not None
        if self._start.created:
            self.session.write(lambda desk: desk.adding.add_bundled())
        if self._wish is not None:
            from reader.gui.wanted import fulfil

            fulfil(self._wish, self.window)
        if self._claim is not None:
            self._receive(self._claim)
        known = self._start.known
        if not self.session.read_only:
            background.wake(known.article.id if known else "")
            if not self._visits:
                self._look_after_words()
        self._watch_over()
        if self._crashes is not None:
            self._tell_faults(self._crashes)

    def _receive(self, claim: Claim) -> None:
        """Be there for later starts on the same library."""
        from reader.gui.handing_over import Receiver

        self._receiver = Receiver(claim, self)
        self._receiver.received.connect(self._on_received)

    @Slot(object)
    def _on_received(self, wish: Wanted) -> None:
        from reader.gui.wanted import bring_forward, fulfil

        bring_forward(self.window, wish.token)
        fulfil(wish, self.window)

    def _look_after_words(self) -> None:
        """Keep drafts and plain copies, and bring back what the last window left behind."""
        from reader.gui.drafting import Drafting
        from reader.gui.mirroring import BackgroundMirroring

        self.mirroring = BackgroundMirroring(self.session, self)
        self.drafting = Drafting(self.session, self)
        self.drafting.recovered.connect(self._on_recovered)
        self.drafting.recover()

    @Slot(object)
    def _on_recovered(self, found: Recovered) -> None:
        from reader.gui.drafting import tell_recovered

        tell_recovered(self.window, found)

    def _watch_over(self) -> None:
        """Have the library looked after, and its safety told in the window."""
        from reader.gui.safety.flow import SafetyFlow
        from reader.gui.safety.guard import Guard

        if self.guard is None:
            self.guard = Guard(self.session, self)
            self.guard.errands.crashed.connect(self._on_crashed)
        self.safety = SafetyFlow(self.window, self.guard)
        self.safety.restore_wanted.connect(self._on_restore_wanted)

    @Slot(object)
    def _on_restore_wanted(self, backup: Backup) -> None:
        """Close, so that nobody has the library open; ``run_window`` then restores it."""
        self.restoring = backup
        self.window.close()

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        from reader.gui.understanding import BackgroundUnderstanding

        if isinstance(self.background, BackgroundUnderstanding):
            known = self.window.known
            self.background.wake(known.article.id if known else "")

    @Slot()
    def _on_closing(self) -> None:
        QGuiApplication.quit()

    @Slot(object)
    def _on_failed_to_start(self, error: ReaderError) -> None:
        _log.info("the library could not be opened: %s", error)
        self.failure = error
        if self.window.isVisible():
            # It took longer than the window waited for it.
            self.window.hide()
            self.tell_failure()
            QGuiApplication.exit(1)

    @Slot(object)
    def _on_crashed(self, fault: BaseException) -> None:
        if self._crashes is not None:
            self._crashes.report(fault)

    @Slot()
    def _on_language_changed(self) -> None:
        """Build the window anew in the other language, on the same session."""
        old = self.window
        old.hand_over()
        old.remember()
        known = old.known
        self.session.article_ready.disconnect(old.show_article)
        self.window = self._make_window()
        if known is not None:
            self.window.show_article(known)
        self.window.reload_list()
        self.window.show()
        if self.guard is not None:
            self.window.commands.update()
            self._watch_over()
        old.closing.disconnect(self._on_closing)
        old.hide()
        old.deleteLater()

    def _tell_faults(self, crashes: CrashReports) -> None:
        """Tell our own faults in the window, and end in good order when the system asks."""
        from reader.gui.crashes import CrashTelling
        from reader.gui.ending import Ending

        self._telling = CrashTelling(crashes, lambda: self.window, self)
        self._telling.tell_before()
        self._ending = Ending(self._end)

    def _end(self) -> None:
        self.window.close()


def run_window(
    folder: Path,
    *,
    settings_path: Path,
    wish: Wanted | None = None,
    claim: Claim | None = None,
    crashes: CrashReports | None = None,
    language: Language | None = None,
) -> int:
    """Open the window on a library and stay until it is closed; return the exit code."""
    application = make_application()
    # The window's own end quits. A second wish to quit would come after that, and end every
    # loop in which words are saved or a backup is restored.
    application.setQuitOnLastWindowClosed(False)
    words = ""
    while True:
        program = Program(
            folder,
            settings_path=settings_path,
            wish=wish,
            claim=claim,
            crashes=crashes,
            language=language,
        )
        code = 1
        if program.show():
            if words:
                program.window.notice.say(words)
            code = application.exec()
        else:
            program.tell_failure()
        if not program.close():
            _log.error("the library did not let go in time")
            return 1
        wanted, say = program.restoring, Messages(program.looks.language)
        take_down(program)
        if wanted is None:
            return code
        from reader.gui.safety.beginning import restore

        words = restore(folder, wanted, say)
        wish = None


def take_down(program: Program) -> None:
    """Delete what a program that ended was made of.

    Were Python to collect its garbage in the middle of that, a widget could go while Qt holds a
    lock that its end asks for, and nothing would ever come again.
    """
    gc.disable()
    program.window.deleteLater()
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


def wait_until(done: object, seconds: float) -> bool:
    """Let events run until ``done()`` holds, at most ``seconds``; say whether it does."""
    assert callable(done)
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(2)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    if not done():
        timer.start()
        loop.exec()
    return bool(done())


def make_application(*, offscreen: bool = False) -> QApplication:
    """Return the one application object, set up the same for windows and pictures."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_log_message)
    QApplication.setStyle("Fusion")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("chumoku")
    application.setApplicationDisplayName("Chumoku 注目")
    application.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale.system())
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=False)
    return application


def _log_message(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Put what Qt says into our log; only what is a fault of somebody's is a warning there."""
    quiet = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or words.startswith(_USUAL)
    _log.log(logging.DEBUG if quiet else logging.WARNING, "Qt: %s", words)
