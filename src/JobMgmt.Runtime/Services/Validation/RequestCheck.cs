using System.Globalization;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Validation;

/// <summary>Walks a request along its shapes and notes what it breaks, under AWS's names of places: <c>tags.1.member.key</c>.</summary>
internal sealed class RequestCheck(RequestModel model, Constraints constraints)
{
    public void Check(RequestShape shape, JsonValue value, string place)
    {
        switch (shape.Type, value)
        {
            case ("structure", JsonObject members):
                CheckMembers(shape, members, place);
                break;
            case ("list", JsonArray items):
                CheckCount(shape, items.Count, value, place);
                CheckItems(shape, items, place);
                break;
            case ("map", JsonObject entries):
                CheckCount(shape, entries.Count, value, place);
                CheckEntries(shape, entries, place);
                break;
            case ("string" or "number", _):
                foreach (var constraint in shape.Broken(value))
                {
                    Fault(shape, value, place, constraint);
                }

                break;
            default:
                break; // has no constraints, or is of the wrong type, which the operation refuses
        }
    }

    private void CheckMembers(RequestShape shape, JsonObject members, string place)
    {
        foreach (var (name, memberShape) in shape.Members)
        {
            var memberPlace = place.Length == 0 ? Camel(name) : $"{place}.{Camel(name)}";
            if (members[name] is { } member and not JsonNull)
            {
                Check(model.Shape(memberShape), member, memberPlace);
            }
            else if (shape.Required.Contains(name))
            {
                constraints.Check(false, null, memberPlace, "Member must not be null");
            }
        }
    }

    private void CheckItems(RequestShape shape, JsonArray items, string place)
    {
        var item = model.Shape(shape.Item!);
        if (item.IsScalar)
        {
            CheckEach(shape, items, item, items, place, "Member");
            return;
        }

        for (var i = 0; i < items.Count; i++)
        {
            Check(item, items[i], string.Create(CultureInfo.InvariantCulture, $"{place}.{i + 1}.member"));
        }
    }

    private void CheckEntries(RequestShape shape, JsonObject entries, string place)
    {
        CheckEach(shape, entries, model.Shape(shape.Key!), entries.Select(entry => (JsonValue)entry.Key), place, "Map keys");
        var item = model.Shape(shape.Item!);
        if (item.IsScalar)
        {
            CheckEach(shape, entries, item, entries.Select(entry => entry.Value), place, "Map value");
            return;
        }

        foreach (var entry in entries)
        {
            Check(item, entry.Value, $"{place}.{entry.Key}.member");
        }
    }

    /// <summary>Of many single values AWS shows all, and all that is asked of each.</summary>
    private void CheckEach(RequestShape shape, JsonValue whole, RequestShape item, IEnumerable<JsonValue> values, string place, string what)
    {
        if (values.Any(value => item.Broken(value).Any()))
        {
            Fault(shape, whole, place, $"{what} must satisfy constraint: [{item.All}]");
        }
    }

    private void CheckCount(RequestShape shape, int count, JsonValue value, string place)
    {
        if (count < shape.Least)
        {
            Fault(shape, value, place, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {shape.Least}"));
        }

        if (count > shape.Most)
        {
            Fault(shape, value, place, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {shape.Most}"));
        }
    }

    private void Fault(RequestShape shape, JsonValue value, string place, string constraint)
    {
        if (shape.IsSensitive)
        {
            constraints.Hidden(place, constraint);
        }
        else
        {
            constraints.Check(false, Shown(shape, value), place, constraint);
        }
    }

    /// <summary>A value as Java's toString shows AWS's own classes.</summary>
    private string Shown(RequestShape shape, JsonValue? value) => (shape.Type, value) switch
    {
        (_, null or JsonNull) => "null",
        _ when shape.IsSensitive => "*** Sensitive Data Redacted ***",
        ("structure", JsonObject members) =>
            $"{shape.Name}({string.Join(", ", shape.Members.Select(member => $"{Camel(member.Key)}={Shown(model.Shape(member.Value), members[member.Key])}"))})",
        ("list", JsonArray items) => $"[{string.Join(", ", items.Select(item => Shown(model.Shape(shape.Item!), item)))}]",
        ("map", JsonObject entries) => $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}={Shown(model.Shape(shape.Item!), entry.Value)}"))}}}",
        (_, JsonString text) => text.Value,
        _ => value.ToString(),
    };

    private static string Camel(string name) => char.IsUpper(name[0]) && !name.All(char.IsUpper) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
