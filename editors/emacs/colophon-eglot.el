;;; colophon-eglot.el --- Colophon with eglot  -*- lexical-binding: t -*-

;; For Emacs 28 with the package eglot, and for Emacs 29 and later, which have it built in.

(defvar colophon-modes '(latex-mode LaTeX-mode tex-mode plain-tex-mode markdown-mode gfm-mode)
  "The major modes in which manuscripts are written.")

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons colophon-modes '("colophon" "server"))))

(dolist (mode colophon-modes)
  (add-hook (intern (format "%s-hook" mode)) 'eglot-ensure))

(defun colophon-inventory ()
  "Show every model of the manuscript in this buffer, with what was found about it."
  (interactive)
  (let* ((path-to-uri (if (fboundp 'eglot-path-to-uri) 'eglot-path-to-uri 'eglot--path-to-uri))
         (uri (funcall path-to-uri buffer-file-name))
         (page (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                                (list :command "colophon.inventory" :arguments (vector uri)))))
    (with-help-window "*Colophon inventory*" (princ page))))

(provide 'colophon-eglot)
;;; colophon-eglot.el ends here
