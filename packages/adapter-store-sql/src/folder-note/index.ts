export { compareWithNote, FOLDER_NOTE, type StoreInUse } from './compare-with-note'
