-- Lets one call in or refuses it, by all of its rates and quotas together, and counts it in all of them or in none.
-- KEYS  counts, leases, then one a rate; all of one organisation
-- ARGV  id, lease in ms, when counts are forgotten (ms), look (1: tells, counts nothing), how many rates,
--       the run of this Redis, units wanted; for each rate: window in ms, limit; for each quota: field, limit, hard
--       (1 or 0), allowance
-- Counts are whole if they were counted, or counted again, in this run of Redis: one that was started anew may have
-- nothing, or what it saved minutes before it died.
-- More than one unit is counted only where that is at most a thousandth of what is left of everything: whoever is let in
-- ahead takes nothing from others.
-- A window is as Window.java says. What a quota may not exceed is what was used and what is held by calls under way.
local counts, leases = KEYS[1], KEYS[2]
local rates = tonumber(ARGV[5])
local look = ARGV[4] == '1'
local units = tonumber(ARGV[7])
local quotas = (#ARGV - 7 - 2 * rates) / 4
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function whole(number) return string.format('%.0f', number) end

-- answer: verdict (1 in, 0 refused by a rate, -1 by a quota, 2 counted before), now, whether counts are whole, which one
-- refuses (from 1) or how many units came in, how long until it does not refuse (ms); then left and ms for each rate, used
-- and held for each quota
local answer = { 1, now, 1, 0, 0 }
local cells, which, wait = {}, 0, 0
for i = 1, rates do
  local window, limit = tonumber(ARGV[6 + 2 * i]), tonumber(ARGV[7 + 2 * i])
  local index, current, previous = math.floor(now / window), 0, 0
  local kept = redis.call('GET', KEYS[2 + i])
  if kept then
    local at, now_in, before = string.match(kept, '(%d+) (%d+) (%d+)')
    at = tonumber(at)
    if at >= index then index, current, previous = at, tonumber(now_in), tonumber(before)
    elseif at == index - 1 then previous = tonumber(now_in) end
  end
  local elapsed = now - index * window
  local left = math.floor(((limit - current) * window - previous * (window - elapsed)) / window)
  local again = window - elapsed
  if left < 1 then
    if current < limit then again = window - math.floor((limit - current - 1) * window / previous) - elapsed
    else again = 2 * window - elapsed - math.floor((limit - 1) * window / current) end
    if again > wait then which, wait = i, again end
  end
  units = math.min(units, math.floor(left / 1000))
  cells[i] = { window, index, current, previous }
  answer[4 + 2 * i], answer[5 + 2 * i] = math.max(0, left), again
end

local first, told = 7 + 2 * rates, 5 + 2 * rates
if quotas > 0 then
  -- callers that died: what they held is free again, and that it was is remembered for an hour
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', leases, '-inf', now, 'LIMIT', 0, 100)) do
    redis.call('ZREM', leases, member)
    local units_of = 'n/' .. string.match(member, '^~?([^|]*)')
    if string.sub(member, 1, 1) == '~' then
      redis.call('HDEL', counts, units_of)
    else
      local all, ended = string.match(redis.call('HGET', counts, units_of) or '1 0 0', '(%d+) (%d+)')
      for field in string.gmatch(string.match(member, '|(.*)'), '[^|]+') do
        redis.call('HINCRBY', counts, 'h/' .. field, ended - all)
      end
      redis.call('ZADD', leases, now + 3600000, '~' .. member)
    end
  end
  local names, member = { 'whole' }, ARGV[1]
  for i = 1, quotas do
    local field = ARGV[first + 4 * i - 3]
    names[2 * i], names[2 * i + 1] = 'u/' .. field, 'h/' .. field
    member = member .. '|' .. field
  end
  if not look and redis.call('ZSCORE', leases, member) then answer[1] = 2 return answer end
  local kept = redis.call('HMGET', counts, unpack(names))
  if kept[1] ~= ARGV[6] then answer[3] = 0 end
  local none = redis.call('ZCARD', leases) == 0
  local spent = 0
  for i = 1, quotas do
    local limit, hard = tonumber(ARGV[first + 4 * i - 2]), ARGV[first + 4 * i - 1] == '1'
    local used, held = tonumber(kept[2 * i] or 0), tonumber(kept[2 * i + 1] or 0)
    if held ~= 0 and (none or held < 0) then
      held = 0
      redis.call('HSET', counts, 'h/' .. ARGV[first + 4 * i - 3], '0')
    end
    if answer[3] == 0 then limit = math.min(limit, tonumber(ARGV[first + 4 * i])) end
    if hard then units = math.min(units, math.floor((limit - used - held) / 1000)) end
    if hard and used + held + 1 > limit and spent == 0 then spent = i end
    answer[told + 2 * i - 1], answer[told + 2 * i] = used, held
  end
  if answer[3] == 0 then units = 1 end
  units = math.max(1, units)
  if which == 0 and spent > 0 then answer[1], answer[4] = -1, spent end
  if answer[1] == 1 and which == 0 and not look then
    for i = 1, quotas do redis.call('HINCRBY', counts, names[2 * i + 1], units) end
    if units > 1 then redis.call('HSET', counts, 'n/' .. ARGV[1], units .. ' 0 0') end
    redis.call('ZADD', leases, now + tonumber(ARGV[2]), member)
    redis.call('PEXPIREAT', counts, ARGV[3])
    redis.call('PEXPIREAT', leases, ARGV[3])
  end
end

if which > 0 then answer[1], answer[4], answer[5] = 0, which, wait end
if answer[1] == 1 and not look then
  units = math.max(1, units)
  for i = 1, rates do
    local cell = cells[i]
    local count = whole(cell[2]) .. ' ' .. whole(cell[3] + units) .. ' ' .. whole(cell[4])
    redis.call('SET', KEYS[2 + i], count, 'PX', whole(2 * cell[1]))
    answer[4 + 2 * i] = answer[4 + 2 * i] - units
  end
  answer[4] = units
end
return answer
