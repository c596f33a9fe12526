/** Limits both sides know. Each constant carries its unit and its reason. */

/** Bytes of one push; a finished stroke of 2,000 points is 8 KB packed. */
export const pushBytes = 16 * 1024
/** Bytes of a catch-up push of one sheet after work offline. */
export const catchUpBytes = 32 * 1024
/** Pushes a second a connection may sustain, and the burst it may send after a pause. */
export const pushesPerSecond = 60
export const pushBurst = 300
/** Unacknowledged pushes a connection may have under way. */
export const pushWindow = 300
/** Refusals a minute after which a socket is closed: nobody honest comes near. */
export const refusalsPerMinute = 20
/** What one push may hold; see check in the server's sheets. */
export const structsPerPush = 512
export const deleteRangesPerPush = 512
export const clientsPerPush = 4
export const maxClock = 2 ** 31
/** Yjs client ids handed to one connection. */
export const clientIdBlock = 64

/** Bytes after which a sheet is folded into a new epoch, and after which it is read-only until folded. */
export const sheetFoldBytes = 64 * 1024
export const sheetFoldStructs = 5_000
export const sheetHardBytes = 256 * 1024

export const photosPerGallery = 10_000
export const scenesPerGallery = 200
export const linksPerGallery = 500
export const selectionsPerGallery = 200
/** Lists of their own one client may keep. */
export const ownListsPerPerson = 20
/** Photos one list may be limited to or sent with. */
export const photosPerList = 2_000
/** Times one list may be sent. */
export const versionsPerList = 50
export const commentsPerSheet = 500
export const drawingsPerSheet = 200
/** Threads remembered as read, by person and gallery; and how many one message may name. */
export const readThreadsKept = 4_000
export const readThreadsPerAsk = 200
export const pointsPerStroke = 2_000
/** Characters. */
export const commentLength = 5_000
export const nameLength = 120
/** A word that goes with a request, a reminder or a list. */
export const noteLength = 1_000
export const cameraNameLength = 200
/** Saved views of one person in a gallery, and shared ones; and the characters of a name. */
export const viewsPerCircle = 50
export const viewNameLength = 60
/** Characters of a list of file names: about a thousand of them, and within what a body may hold. */
export const viewTextLength = 12_000
/** Photo ids in one command: a batch of a whole gallery goes in several. */
export const photosPerCommand = 1_000

/** A review session: what is to be talked about, votes of one session, decisions kept, people in one vote. */
export const topicsPerGallery = 300
export const votesPerSession = 300
export const decisionsPerGallery = 3_000
export const ballotsPerVote = 500
/** Characters of a question, of what is to be talked about, of a decision's note. */
export const sessionTextLength = 300
/** Milliseconds without anybody at the head of the table after which a session ends: a train in a tunnel, a restart. */
export const leaderGraceMs = 2 * 60_000

/** Photos side by side: to compare in detail, and to choose among; more are too small to judge. */
export const photosCompared = 4
export const photosLaid = 60

/** Presence: bytes a message, of one that lays photos side by side (all of them, and all but one dropped), messages a second. */
export const presenceBytes = 1024
export const presenceLaidBytes = presenceBytes + 2 * photosLaid * 26
export const presencePerSecond = 15

/** Bytes of one original: larger files are refused before they are written. */
export const originalBytes = 300 * 1024 * 1024
/** Uploads one person may have begun and not finished, and the bytes these announced: two desks with many broken connections. */
export const unfinishedUploads = 60
export const unfinishedBytes = 8 * 1024 ** 3
/** Pixels of one original: 300 megapixels, above every camera and below what decoding can be made to cost. */
export const originalPixels = 300_000_000
/** Long edges of the renditions, pixels. */
export const renditionEdges = [320, 640, 1280, 2560] as const
export type RenditionEdge = (typeof renditionEdges)[number]

/** Bytes waiting for one socket above which updates turn into "dirty", and above which it is closed. */
export const outboxSoftBytes = 512 * 1024
export const outboxHardBytes = 4 * 1024 * 1024
/** Bytes of one piece of a bundle. */
export const bundleChunkBytes = 256 * 1024
/** Milliseconds a comment's time may run ahead of the server's clock: clocks of clients are corrected at join. */
export const clockLeeway = 2 * 60_000
/** Days a vendor's accepted terms hold. */
export const termsDays = 7

/** Wire protocol version; the server accepts `oldestProtocol` and above. */
export const protocol = 1
export const oldestProtocol = 1

/** Photos named by one entry of history: the others are counted. */
export const photosTold = 12
/** File names of deleted photos in one entry of history: the others are counted. */
export const goneNamed = 60
/** Entries of history in one answer. */
export const historyPageMost = 200
