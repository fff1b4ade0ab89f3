import type { Migration } from 'kysely/migration';
import * as m0001 from './0001_members.ts';
import * as m0002 from './0002_notes.ts';
import * as m0003 from './0003_around_notes.ts';
import * as m0004 from './0004_viewer_events.ts';
import * as m0005 from './0005_search.ts';
import * as m0006 from './0006_notifications.ts';
import * as m0007 from './0007_moderation.ts';
import * as m0008 from './0008_platform.ts';
import * as m0010 from './0010_accounts.ts';
import * as m0030 from './0030_list_orders.ts';
import * as m0040 from './0040_search_and_trends.ts';
import * as m0060 from './0060_following_feed.ts';
import * as m0070 from './0070_translation.ts';
import * as m0071 from './0071_glosses.ts';
import * as m0072 from './0072_topic_concepts.ts';
import * as m0073 from './0073_search_translation_order.ts';
import * as m0080 from './0080_traffic.ts';
import * as m0081 from './0081_exposure.ts';
import * as m0082 from './0082_feed_controls.ts';

/** In order; forward only. A shipped one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_members': m0001,
  '0002_notes': m0002,
  '0003_around_notes': m0003,
  '0004_viewer_events': m0004,
  '0005_search': m0005,
  '0006_notifications': m0006,
  '0007_moderation': m0007,
  '0008_platform': m0008,
  '0010_accounts': m0010,
  '0030_list_orders': m0030,
  '0040_search_and_trends': m0040,
  '0060_following_feed': m0060,
  '0070_translation': m0070,
  '0071_glosses': m0071,
  '0072_topic_concepts': m0072,
  '0073_search_translation_order': m0073,
  '0080_traffic': m0080,
  '0081_exposure': m0081,
  '0082_feed_controls': m0082,
};
