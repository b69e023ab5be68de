-- Counts what is spent of a credential's quotas, all of it or nothing. LocalCounts of the engine is the same in Java.
-- KEYS  rest, epoch, then one a line
-- ARGV  now in ms, take (1 or 0), replica, its epoch, its rest in ms, its strikes, the skew allowed in ms,
--       then for each line: start and end in ms, limit, amount, own, pending, seen, told, margin
local PER_LINE, BEFORE = 9, 7
local LINGER = 10000             -- ms a count outlives its window, for callers whose clocks are behind
local FORGET = 1800000           -- ms after which a row of strikes is forgotten
local KEEP = 3456000000          -- ms (40 days) after which an account that nobody uses is forgotten

local function number(text) return tonumber(text or 0) or 0 end
local function text(value) return string.format('%.0f', value) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local take, replica = ARGV[2] == '1', ARGV[3]
if math.abs(now - number(ARGV[1])) > number(ARGV[7]) then return { -1, now, 0, 0, 0 } end

local epoch = number(redis.call('GET', KEYS[2]) or 0)
if epoch == 0 then
  epoch = now
  redis.call('SET', KEYS[2], text(now), 'PX', KEEP)
else
  redis.call('PEXPIRE', KEYS[2], KEEP)
end
local known = number(ARGV[4])
local lost = known ~= 0 and known ~= epoch

local kept = redis.call('HMGET', KEYS[1], 'until', 'strikes')
local rest, strikes = number(kept[1] or 0), number(kept[2] or 0)
local told_rest, told_strikes, changed = number(ARGV[5]), number(ARGV[6]), false
if told_rest > now and told_rest > rest then rest, changed = told_rest, true end
if told_strikes == 0 and strikes > 0 then strikes, changed = 0, true end
if told_strikes > strikes then strikes, changed = told_strikes, true end
if changed then
  redis.call('HSET', KEYS[1], 'until', text(rest), 'strikes', text(strikes))
  redis.call('PEXPIREAT', KEYS[1], text(math.max(rest, now) + FORGET))
end

local fine = not take or rest <= now
local cells = {}
for i = 3, #KEYS do
  local at = BEFORE + (i - 3) * PER_LINE
  local line = {}
  for j = 1, PER_LINE do line[j] = number(ARGV[at + j]) end
  local start, limit, amount, own, seen, told = line[1], line[3], line[4], line[5], line[7], line[8]

  local sum, mine, extra, gone, margin, news = 0, 0, 0, false, false, {}
  local fields = redis.call('HGETALL', KEYS[i])
  for j = 1, #fields, 2 do
    local name, value = fields[j], number(fields[j + 1])
    if name == 'extra' then extra = value
    elseif name == 'lost' then gone = true
    elseif name == 'margin' then margin = value == 1
    else
      sum = sum + value
      if name == replica then mine = value end
    end
  end

  local before_extra, before_gone, before_margin, before_mine = extra, gone, margin, mine
  if lost and start < epoch then
    own = own + line[6]
    if not gone then gone, margin = true, true end
  end
  if own > mine then
    local missing = own - mine
    sum, mine = sum + missing, own
    -- what others had seen of it already is now counted under its own name
    if gone then extra = math.max(0, extra - missing) end
  end
  if sum + extra < seen then extra, gone, margin = seen - sum, true, true end
  if told >= 0 then
    if sum + extra < told then extra = told - sum end
    margin = false
  end

  local allowed = limit
  if margin then allowed = limit - line[9] end
  if take and sum + extra + math.max(1, amount) > allowed then fine = false end
  cells[i] = { sum + extra, allowed, amount, mine, line[2],
    extra ~= before_extra and extra, gone and not before_gone, margin ~= before_margin, margin, mine ~= before_mine }
end

local answer = { fine and 1 or 0, now, epoch, rest, strikes }
for i = 3, #KEYS do
  local cell, changes = cells[i], {}
  if fine then cell[1], cell[4] = cell[1] + cell[3], cell[4] + cell[3] end
  if cell[10] or (fine and cell[3] > 0) then table.insert(changes, replica); table.insert(changes, text(cell[4])) end
  if cell[6] then table.insert(changes, 'extra'); table.insert(changes, text(cell[6])) end
  if cell[7] then table.insert(changes, 'lost'); table.insert(changes, '1') end
  if cell[8] then table.insert(changes, 'margin'); table.insert(changes, cell[9] and '1' or '0') end
  if #changes > 0 then
    redis.call('HSET', KEYS[i], unpack(changes))
    redis.call('PEXPIREAT', KEYS[i], text(cell[5] + LINGER))
  end
  table.insert(answer, cell[1])
  table.insert(answer, cell[2])
end
return answer
