import type * as around from './around-notes.ts';
import type * as members from './members.ts';
import type * as notes from './notes.ts';
import type * as order from './order.ts';

/** Every table of the house by name. A test compares it with information_schema. */
export interface Database {
  member: members.MemberTable;
  member_handle: members.MemberHandleTable;
  member_stat: members.MemberStatTable;
  follow: members.FollowTable;
  block: members.BlockTable;
  mute: members.MuteTable;
  media: notes.MediaTable;
  note: notes.NoteTable;
  note_stat: notes.NoteStatTable;
  note_media: notes.NoteMediaTable;
  note_revision: notes.NoteRevisionTable;
  note_fingerprint: notes.NoteFingerprintTable;
  note_mention: notes.NoteMentionTable;
  note_search: notes.NoteSearchTable;
  topic: notes.TopicTable;
  topic_stat: notes.TopicStatTable;
  topic_hour: notes.TopicHourTable;
  note_topic: notes.NoteTopicTable;
  draft: notes.DraftTable;
  note_like: around.NoteReactionTable;
  note_share: around.NoteReactionTable;
  board: around.BoardTable;
  collect: around.CollectTable;
  comment: around.CommentTable;
  comment_media: around.CommentMediaTable;
  comment_mention: around.CommentMentionTable;
  comment_like: around.CommentLikeTable;
  not_interested: around.NotInterestedTable;
  note_viewer: around.NoteViewerTable;
  viewer_event: around.ViewerEventTable;
  search_history: around.SearchHistoryTable;
  search_day: around.SearchDayTable;
  notification: around.NotificationTable;
  notification_actor: around.NotificationActorTable;
  report: order.ReportTable;
  decision: order.DecisionTable;
  appeal: order.AppealTable;
  audit: order.AuditTable;
  outbox: order.OutboxTable;
  idempotency: order.IdempotencyTable;
  setting: order.SettingTable;
}
