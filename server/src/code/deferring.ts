/**
 * Methods that task queues put on a function or a class, to run it later with the same arguments: Celery's `task.delay(…)`
 * (https://docs.celeryq.dev/en/stable/userguide/calling.html), Dramatiq's `actor.send(…)`, Active Job's and Sidekiq's
 * `Job.perform_later(…)` (https://guides.rubyonrails.org/active_job_basics.html).
 */
export const deferring: ReadonlySet<string> = new Set([
  'delay',
  'perform_later',
  'perform_now',
  'perform_async',
  'perform_in',
  'perform_at',
]);

/** Those whose first argument says when (https://github.com/sidekiq/sidekiq/wiki/Scheduled-Jobs). */
export const deferringUntil: ReadonlySet<string> = new Set(['perform_in', 'perform_at']);
