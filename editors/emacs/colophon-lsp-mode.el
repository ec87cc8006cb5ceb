;;; colophon-lsp-mode.el --- Colophon with lsp-mode  -*- lexical-binding: t -*-

;; An add-on server: it runs beside texlab, marksman and others in the same buffer.

(defvar colophon-modes '(latex-mode LaTeX-mode tex-mode plain-tex-mode markdown-mode gfm-mode)
  "The major modes in which manuscripts are written.")

(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("colophon" "server"))
                    :major-modes colophon-modes
                    :add-on? t
                    :server-id 'colophon)))

(dolist (mode colophon-modes)
  (add-hook (intern (format "%s-hook" mode)) 'lsp-deferred))

(defun colophon-inventory ()
  "Show every model of the manuscript in this buffer, with what was found about it."
  (interactive)
  (let ((page (lsp-request "workspace/executeCommand"
                           (list :command "colophon.inventory" :arguments (vector (lsp--buffer-uri))))))
    (with-help-window "*Colophon inventory*" (princ page))))

(provide 'colophon-lsp-mode)
;;; colophon-lsp-mode.el ends here
