import account from './account.json' with { type: 'json' };
import accuracy from './accuracy.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import comments from './comments.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import compose from './compose.json' with { type: 'json' };
import controls from './controls.json' with { type: 'json' };
import exposure from './exposure.json' with { type: 'json' };
import feed from './feed.json' with { type: 'json' };
import glossary from './glossary.json' with { type: 'json' };
import moderation from './moderation.json' with { type: 'json' };
import note from './note.json' with { type: 'json' };
import notifications from './notifications.json' with { type: 'json' };
import operations from './operations.json' with { type: 'json' };
import problems from './problems.json' with { type: 'json' };
import profile from './profile.json' with { type: 'json' };
import report from './report.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import signals from './signals.json' with { type: 'json' };
import topic from './topic.json' with { type: 'json' };
import traffic from './traffic.json' with { type: 'json' };
import translation from './translation.json' with { type: 'json' };
import translationAuthor from './translation-author.json' with { type: 'json' };
import why from './why.json' with { type: 'json' };
import yourFeed from './your-feed.json' with { type: 'json' };

export const resources = {
  account,
  accuracy,
  board,
  comments,
  common,
  compose,
  controls,
  exposure,
  feed,
  glossary,
  moderation,
  note,
  notifications,
  operations,
  problems,
  profile,
  report,
  rules,
  search,
  settings,
  signals,
  topic,
  traffic,
  translation,
  'translation-author': translationAuthor,
  why,
  'your-feed': yourFeed,
};

/** Every language has exactly the keys of English. */
export type Resources = typeof resources;
