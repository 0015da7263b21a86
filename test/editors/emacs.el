;; Does in Emacs with Eglot what a person does, and writes down what Eglot received and shows: emacs --batch --no-site-file -l …
;; Environment: SERVER, a JSON list of words that start the server; RESULT, the file to write.  -*- lexical-binding: t -*-
(require 'package)
(package-initialize)
(require 'json)
(require 'eglot)

(defvar tracklint-result nil)
(setq eglot-sync-connect 30
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil
      create-lockfiles nil)
(add-to-list 'eglot-server-programs
             (cons 'js-mode (append (json-parse-string (getenv "SERVER") :array-type 'list) nil)))

(defun tracklint-keep (key value)
  (push (cons key value) tracklint-result))

(defun tracklint-until (what check)
  "Wait until CHECK holds; WHAT says for what."
  (let ((end (+ (float-time) 30)) found)
    (while (not (or (setq found (funcall check)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (or found (error "Waited in vain for %s" what))))

(defun tracklint-line ()
  (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(defun tracklint-run ()
  (find-file "src/checkout.js")
  (apply #'eglot (eglot--guess-contact))
  (let ((code (current-buffer)))
    ;; Pushed, since this version does not pull them.
    (tracklint-until "diagnostics" (lambda () (flymake-start) (flymake-diagnostics)))
    (tracklint-keep 'diagnostics
                    (vconcat (mapcar (lambda (each)
                                       (format "%d %s"
                                               (line-number-at-pos (flymake-diagnostic-beg each))
                                               (flymake-diagnostic-text each)))
                                     (flymake-diagnostics))))
    (goto-char (point-max))
    (insert "analytics.track('Order Com")
    (pcase-let* ((`(,from ,to ,table . ,more) (eglot-completion-at-point))
                 (typed (buffer-substring-no-properties from to))
                 (offered (completion-all-completions typed table nil (length typed)))
                 ;; The last pair of the list holds a number.
                 (chosen (seq-find (lambda (each) (string= (string-trim each) "Order Completed"))
                                   (nconc (cl-subseq offered 0 (safe-length offered)) nil))))
      (tracklint-keep 'completion (substring-no-properties chosen))
      (delete-region from to)
      (insert chosen)
      (funcall (plist-get more :exit-function) chosen 'finished)
      (tracklint-keep 'completed (tracklint-line))
      (delete-region (line-beginning-position) (point-max)))
    (goto-char (point-min))
    (search-forward "'Order Comp")
    (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
    (tracklint-keep 'definition (vector (buffer-name) (line-number-at-pos)))
    (let ((plan (current-buffer)))
      (switch-to-buffer code)
      ;; While a person thinks, an idle timer sends what was typed.
      (eglot--signal-textDocument/didChange)
      (eglot-rename "Order Paid")
      (tracklint-keep 'renamed
                      `((code . ,(with-current-buffer code (buffer-string)))
                        (plan . ,(with-current-buffer plan (buffer-string))))))
    (with-current-buffer code
      (set-buffer-modified-p nil)
      (eglot-shutdown (eglot-current-server)))))

(condition-case failure
    (tracklint-run)
  (error (tracklint-keep 'error (format "%S" failure))))
(let ((json-encoding-pretty-print nil))
  (write-region (json-encode tracklint-result) nil (getenv "RESULT") nil 'quiet))
(kill-emacs 0)
