;;; emacs_session.el --- What a person does in Emacs, written down as JSON in the file that $RECORD names  -*- lexical-binding: t -*-

;; emacs -l emacs_session.el main.tex, in a terminal, with one of editors/emacs/ in the init file.

(require 'cl-lib)
(require 'generator)
(require 'json)
(require 'seq)

(defvar session-record nil "What was seen, by name.")
(defun session-note (name value) (push (cons name value) session-record))

(defun session-places (places)
  "PLACES, each (BEGIN END ASK SEVERITY), as line, columns in characters, ask and severity, sorted by ask."
  (sort (mapcar (lambda (place)
                  (pcase-let ((`(,begin ,end ,ask ,severity) place))
                    (save-excursion
                      (goto-char begin)
                      (vector (1- (line-number-at-pos)) (- begin (line-beginning-position))
                              (- end (line-beginning-position)) ask severity))))
                places)
        (lambda (left right) (string< (aref left 3) (aref right 3)))))

;; What differs between the clients: each is the name, and functions to see diagnostics, hover, act and stop.

(defun session-eglot ()
  (list
   :name (format "Emacs %s, eglot" emacs-version)
   :shown (lambda ()
            (session-places
             (mapcar (lambda (diagnostic)
                       (let ((sent (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
                         (list (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)
                               (plist-get sent :code) (plist-get sent :severity))))
                     (flymake-diagnostics))))
   :hover (lambda (take) (eglot-hover-eldoc-function (lambda (page &rest _) (funcall take page))))
   :act (lambda () (let ((last-nonmenu-event t)) (call-interactively #'eglot-code-actions)))
   :stop (lambda () (eglot-shutdown (eglot-current-server)))))

(defun session-lsp-mode ()
  (list
   :name (format "Emacs %s, lsp-mode" emacs-version)
   :shown (lambda ()
            (session-places
             (mapcar (lambda (diagnostic)
                       (let ((region (lsp--range-to-region (lsp-get diagnostic :range))))
                         (list (car region) (cdr region) (lsp-get diagnostic :code) (lsp-get diagnostic :severity))))
                     (and (bound-and-true-p lsp-mode) (lsp--get-buffer-diagnostics)))))
   :hover (lambda (take)
            (let ((hover (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
              (funcall take (lsp-get (lsp-get hover :contents) :value))))
   :act (lambda () (call-interactively #'lsp-execute-code-action))
   :stop (lambda () (call-interactively #'lsp-workspace-shutdown))))

(defun session-severities (shown) (mapcar (lambda (place) (aref place 4)) (funcall shown)))

;; The session itself: it yields what it waits for.
(iter-defun session-steps (client)
  (let ((shown (plist-get client :shown)))
    (iter-yield shown)
    (session-note 'client (plist-get client :name))
    (session-note 'opened (vconcat (funcall shown)))

    (goto-char (point-min))
    (forward-line 3)
    (insert (getenv "TYPED"))
    (iter-yield (lambda () (equal (delete-dups (session-severities shown)) '(4))))
    (session-note 'edited (vconcat (funcall shown)))
    (save-buffer)
    (iter-yield (lambda () (not (memq 4 (session-severities shown)))))
    (session-note 'saved (vconcat (funcall shown)))

    (goto-char (point-min))
    (search-forward "GPT")
    (funcall (plist-get client :hover) (lambda (page) (session-note 'hover (substring-no-properties page))))
    (iter-yield (lambda () (assq 'hover session-record)))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (let ((titles (all-completions "" items)))
                   (session-note 'actions (vconcat titles))
                   (seq-find (lambda (title) (string-match-p (getenv "ACTION") title)) titles)))))
      (funcall (plist-get client :act)))
    (iter-yield (lambda () (null (funcall shown))))
    (session-note 'after (vconcat (funcall shown)))
    (save-buffer)

    (colophon-inventory)
    (session-note 'inventory (with-current-buffer "*Colophon inventory*" (buffer-string)))
    (funcall (plist-get client :stop))))

(defun session-end (problem)
  (when problem (session-note 'problem (format "%S" problem)))
  (let ((coding-system-for-write 'utf-8))
    (write-region (json-encode session-record) nil (getenv "RECORD")))
  (set-buffer-modified-p nil)
  (kill-emacs))

(defun session ()
  "Go through the session step by step, at each waiting for five seconds at most."
  (let ((steps (session-steps (if (featurep 'colophon-eglot) (session-eglot) (session-lsp-mode))))
        (wanted #'always) (deadline 0) (busy nil))
    (run-with-timer
     0 0.05
     (lambda ()
       (unless (or busy (not (or (> (float-time) deadline) (funcall wanted))))
         (setq busy t)
         (condition-case problem
             (setq wanted (iter-next steps)
                   deadline (+ (float-time) 5)
                   busy nil)
           (iter-end-of-sequence (session-end nil))
           (error (session-end problem))))))))

(setq make-backup-files nil
      native-comp-async-report-warnings-errors nil
      ;; Answers lsp-mode's question which folder is the project.
      lsp-auto-guess-root t)
(add-hook 'emacs-startup-hook #'session)
;;; emacs_session.el ends here
