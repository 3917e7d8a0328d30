import { v7 as newId } from 'uuid'
import { app } from '../../bridge.ts'
import { pause } from '../../pause.ts'
import { createCardGiver } from '../../stores/card-giver.ts'

export const giver = createCardGiver({ app, pause, newId })
