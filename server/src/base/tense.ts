/**
 * English verbs as event names use them. Which words end a name in the past tense can be decided, since a past tense ends
 * in `ed` or is one of a closed list; which words are verbs at all cannot, so `isVerb` knows only what products do.
 */

/** Base form and past forms of the irregular verbs. The list is closed: English makes no new ones. */
const IRREGULAR = new Map(
  `arise arose,arisen|awake awoke,awoken|be was,were,been|bear bore,born,borne|beat beat,beaten|become became|begin began,begun|bend bent|
bet bet|bid bid|bind bound|bite bit,bitten|bleed bled|blow blew,blown|break broke,broken|breed bred|bring brought|broadcast broadcast|
build built|burn burnt|burst burst|buy bought|cast cast|catch caught|choose chose,chosen|cling clung|come came|cost cost|creep crept|
cut cut|deal dealt|dig dug|do did,done|draw drew,drawn|dream dreamt|drink drank,drunk|drive drove,driven|eat ate,eaten|fall fell,fallen|
feed fed|feel felt|fight fought|find found|fit fit|flee fled|fling flung|fly flew,flown|forbid forbade,forbidden|forecast forecast|
forget forgot,forgotten|forgive forgave,forgiven|freeze froze,frozen|get got,gotten|give gave,given|go went,gone|grind ground|
grow grew,grown|hang hung|have had|hear heard|hide hid,hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew,known|
lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let let|lie lay,lain|light lit|lose lost|make made|mean meant|
meet met|mislead misled|mistake mistook,mistaken|offset offset|overcome overcame|override overrode,overridden|overwrite overwrote,overwritten|
outbid outbid|pay paid|put put|quit quit|read read|rebuild rebuilt|redo redid,redone|reset reset|resell resold|resend resent|rewrite rewrote,rewritten|
rewind rewound|rid rid|ride rode,ridden|ring rang,rung|rise rose,risen|run ran|rerun reran|say said|see saw,seen|seek sought|sell sold|send sent|set set|
shake shook,shaken|shine shone|shoot shot|show shown|shrink shrank,shrunk|shut shut|sing sang,sung|sink sank,sunk|sit sat|sleep slept|
slide slid|speak spoke,spoken|speed sped|spend spent|spin spun|split split|spread spread|spring sprang,sprung|stand stood|steal stole,stolen|
stick stuck|strike struck,stricken|swear swore,sworn|sweep swept|swim swam,swum|swing swung|take took,taken|teach taught|tear tore,torn|
tell told|think thought|throw threw,thrown|unbind unbound|understand understood|undo undid,undone|unset unset|uphold upheld|upset upset|wake woke,woken|
wear wore,worn|weave wove,woven|win won|wind wound|withdraw withdrew,withdrawn|withhold withheld|write wrote,written`
    .split(/\s*\|\s*/)
    .map(line => {
      const [base = '', past = ''] = line.split(' ');
      return [base, past.split(',')] as const;
    }),
);

const PAST_FORMS = new Map([...IRREGULAR].flatMap(([base, pasts]) => pasts.map(past => [past, base] as const)));

/** Words that end in `ed` and are no past tense. */
const NOT_PAST = new Set(
  'bed feed need seed speed weed deed reed breed bleed shed sled wed embed exceed proceed succeed indeed hundred red ted med newsfeed rssfeed infrared biped moped'.split(
    ' ',
  ),
);

/** What users and systems do in products. */
const VERBS = new Set(
  `abandon abort accept access acknowledge activate add adjust agree allow answer append apply approve archive ask assign attach attempt
authenticate authorize ban block book bookmark boost browse bypass calculate call cancel capture change charge chat check
claim clear click clone close collapse collect comment commit compare complete compose configure confirm connect consume contact
continue convert copy crash create customize deactivate debit decline decrease default defer delete deliver deny deploy deposit deselect
detect disable discard disconnect dislike dismiss dispatch display dispute download downgrade drag drop duplicate edit embed enable end
enroll enter evaluate exceed execute exit expand expire explore export extend fail favorite fetch filter finish flag focus follow forward
generate grant handle hover identify ignore impersonate import impress increase infer initialize initiate insert inspect install
invalidate invite invoice issue join jump launch like link list listen load lock log maximize measure merge message
migrate minimize modify move mute name navigate notify obtain offer open opt order pair park paste pause perform pin place play poll
post prefer preload preview print proceed process promote prompt provide publish pull purchase push qualify query queue quote rate reach
reactivate receive recommend reconnect record recover redeem redirect refer refresh refund refuse register reject reload remind remove
rename render renew reopen reorder repeat replace reply report request require reschedule resolve respond restart restore resume
retry return reveal revert review revoke rotate save scan schedule scroll search select share ship sign skip snooze sort
start stop stream submit subscribe succeed suggest suspend swipe switch sync synchronize tap tag test toggle touch track trade transfer transition
trash trigger try type unarchive unassign unblock uncheck unfavorite unfollow uninstall unlike unlink unlock unmute unpin unpublish
unsave unselect unsubscribe update upgrade upload use validate verify view visit vote wait warn watch zoom`
    .split(/\s+/)
    .concat([...IRREGULAR.keys()]),
);

/** Verbs that are hardly ever nouns, so that they tell where the action of a name stands. */
const NEVER_NOUNS = new Set(
  `accept access activate add adjust agree allow append apply approve ask assign attach authenticate authorize become begin bring browse build
buy calculate choose clear collapse collect compare complete compose configure confirm connect consume continue convert create
customize deactivate decline defer delete deliver deny deploy deselect detect disable discard disconnect dismiss dispatch duplicate edit
embed enable enroll enter evaluate execute expand expire extend fail fetch forget forward generate get give grant handle identify ignore initialize
initiate inspect install invalidate invoke join leave learn let make maximize merge minimize modify mute navigate notify obtain pay perform
provide publish reach reactivate receive recommend reconnect redeem redirect refer refuse register reject remind remove rename render renew reopen
reorder replace require reschedule resolve restore resume retry reveal revoke see select sell send show sign submit subscribe succeed
suggest suspend synchronize take toggle unarchive unassign unblock uncheck unfavorite unfollow uninstall unlike unlink unlock unmute
unpin unpublish unsave unselect unsubscribe validate verify write`.split(/\s+/),
);

/** Verbs of several syllables that double their last consonant. */
const DOUBLING = new Set(
  'submit commit refer prefer admit transfer embed equip unpin unplug remap unmap debug wrap unwrap infer'.split(' '),
);

/** The past tense of a verb's base form: `complete` -> `completed`, `send` -> `sent`, `stop` -> `stopped`. Lower case. */
export function pastOf(verb: string): string {
  const word = verb.toLowerCase();
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular.at(-1) ?? word;
  if (word.endsWith('e')) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  const isShort = /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(word);
  if (isShort || DOUBLING.has(word)) return `${word}${word.slice(-1)}ed`;
  return `${word}ed`;
}

/** Whether a word is a verb in a past form. `Read` and `Set` are, since they may be, and so is `Auto-Saved`. */
export function isPast(word: string): boolean {
  const lower = word.toLowerCase();
  return lower.includes('-') ? lower.split('-').some(isPastForm) : isPastForm(lower);
}

function isPastForm(lower: string): boolean {
  return lower.endsWith('ed') && lower.length > 3 ? !NOT_PAST.has(lower) : PAST_FORMS.has(lower);
}

/** The base form of a known verb in any form: `completed`, `completes`, `completing` -> `complete`. */
export function baseOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (VERBS.has(lower)) return lower;
  const irregular = PAST_FORMS.get(lower);
  if (irregular) return irregular;
  const ending = /(?:ed|ing|es|s|d)$/.exec(lower);
  if (!ending) return undefined;
  return stems(lower).find(stem => VERBS.has(stem));
}

export function isVerb(word: string): boolean {
  return VERBS.has(word.toLowerCase());
}

/** Whether a word is a verb's base form and no noun: `Add`, but not `Order` or `View`. */
export function isPlainVerb(word: string): boolean {
  return NEVER_NOUNS.has(word.toLowerCase());
}

/** A word without its tense, for comparing: the base form of a known verb, and of an unknown one a guess that is stable. */
export function withoutTense(word: string): string {
  const lower = word.toLowerCase();
  const base = baseOf(lower);
  if (base !== undefined) return base;
  return isPast(lower) ? (stems(lower)[0] ?? lower) : lower;
}

/** What a form may have been made of, the likeliest first. */
function stems(form: string): string[] {
  const found: string[] = [];
  if (form.endsWith('ied') || form.endsWith('ies')) found.push(`${form.slice(0, -3)}y`);
  for (const ending of ['ing', 'ed', 'es', 's', 'd']) {
    if (!form.endsWith(ending) || form.length - ending.length < 2) continue;
    if (ending === 'd' && !form.endsWith('ed')) continue;
    const rest = form.slice(0, -ending.length);
    found.push(rest);
    if (/([bdglmnprt])\1$/.test(rest)) found.push(rest.slice(0, -1));
    if (ending === 'ing') found.push(`${rest}e`);
  }
  return found;
}

const IRREGULAR_PLURALS = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mice', 'mouse'],
  ['indices', 'index'],
  ['criteria', 'criterion'],
]);

/** The singular of a noun, or the word itself. Lower case. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR_PLURALS.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length < 4 || /(?:ss|us|is|news|series|species)$/.test(lower)) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
}
