/** Events of a mobile application's life, after the standard specification of the field. */
export const mobile = `version: 1
name: App
naming:
  events: { framework: object-action, case: Title Case, tense: past }
  properties: { case: snake_case }
properties:
  version: { type: string, description: Version of the application. }
  build: { type: string, description: Build of the application. }
events:
  # Application
  Application Installed:
    description: The first start after the installation.
    why: Which campaigns bring installations?
    status: planned
    properties: { version: { $ref: version, required: true }, build: { $ref: build, required: true } }
  Application Opened:
    description: The application was started or came to the front.
    status: planned
    properties: { from_background: boolean, referring_application: string, url: { type: string, format: uri }, version: { $ref: version } }
  Application Backgrounded: { description: The application went to the back., status: planned }
  Application Updated:
    description: The first start after an update.
    status: planned
    properties: { previous_version: string, previous_build: string, version: { $ref: version, required: true }, build: { $ref: build, required: true } }
  Application Crashed:
    description: The application ended by an error.
    why: Which versions are unstable?
    status: planned

  # Campaigns
  Push Notification Received:
    description: A message arrived while the application was in front.
    status: planned
    properties: { action: string, campaign: { type: object, properties: { name: string, source: string, medium: string }, additionalProperties: true } }
  Push Notification Tapped:
    description: A message was opened.
    why: Which messages bring people back?
    status: planned
    properties: { action: string, campaign: { type: object, properties: { name: string, source: string, medium: string }, additionalProperties: true } }
  Deep Link Opened:
    description: A link led into the application.
    status: planned
    properties: { provider: string, url: { type: string, format: uri } }
  Install Attributed:
    description: An attribution service said where an installation came from.
    status: planned
    properties: { provider: string, campaign: { type: object } }
screens:
  Home: { description: The first screen. }
`;
