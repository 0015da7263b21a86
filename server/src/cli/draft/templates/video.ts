/** Events of a video player, after the standard specification of the field. */
export const video = `version: 1
name: Video
naming:
  events: { framework: object-action, case: Title Case, tense: past }
  properties: { case: snake_case }
properties:
  session_id: { type: string, description: One playback, from its start to its end. }
  asset_id: { type: string, description: What is played. }
  position: { type: integer, minimum: 0, description: In seconds from the start. }
events:
  # Playback
  Video Playback Started:
    description: The play button was pressed, or playback began by itself.
    why: How many visits lead to a playback?
    status: planned
    properties:
      session_id: { $ref: session_id, required: true }
      content_asset_ids: { type: array, items: { type: string } }
      total_length: integer
      video_player: string
      full_screen: boolean
      quality: string
  Video Playback Paused:
    description: The viewer paused.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, position: { $ref: position } }
  Video Playback Resumed:
    description: The viewer went on after a pause.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, position: { $ref: position } }
  Video Playback Buffer Started:
    description: Playback stopped to load.
    why: Where does the network spoil the viewing?
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, position: { $ref: position } }
  Video Playback Interrupted:
    description: Playback stopped without the viewer's will.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, position: { $ref: position }, method: string }
  Video Playback Completed:
    description: Playback ended.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, position: { $ref: position } }

  # Content
  Video Content Started:
    description: The content itself began, after what is shown before it.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true }, title: string, genre: string }
  Video Content Playing:
    description: Sent every ten seconds while the content plays.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true }, position: { $ref: position } }
  Video Content Completed:
    description: The content was played to its end.
    why: What is watched to the end?
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true } }

  # Advertising
  Video Ad Started:
    description: An advertisement began.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true }, type: { type: string, enum: [pre-roll, mid-roll, post-roll] } }
  Video Ad Completed:
    description: An advertisement was played to its end.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true } }
  Video Ad Skipped:
    description: The viewer skipped an advertisement.
    status: planned
    properties: { session_id: { $ref: session_id, required: true }, asset_id: { $ref: asset_id, required: true }, position: { $ref: position } }
metrics:
  completion: { kind: leading, description: Content that is watched to its end., events: [Video Content Started, Video Content Completed] }
`;
