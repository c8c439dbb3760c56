using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.Runtime.Services.States;

/// <summary>
/// Checks a mocked result by what the operation answers. STRICT: required members must be there; with PRESENT too, members that are there must be of their type, in their
/// range, and of their enum. Members that the model does not have pass.
/// </summary>
internal sealed class MockSchema(ResponseModel model, bool isStrict)
{
    /// <summary>Checks a state's mocked result; nothing where the mode is NONE or no model is known.</summary>
    /// <exception cref="ServiceException">ValidationException, in AWS's words.</exception>
    public static void Check(TestedMock? mock, State state)
    {
        if (mock is { Result: { } result, Mode: not "NONE" } && state is TaskState task && ResponseModel.Of(task.Resource) is var (model, shape))
        {
            new MockSchema(model, mock.Mode == "STRICT").Check(shape, result, null);
        }
    }

    private void Check(string shapeName, JsonValue value, string? field)
    {
        var shape = model.Shape(shapeName);
        switch (shape.Text("type"))
        {
            case "structure":
                CheckMembers(shape, Expect<JsonObject>(value, field, "an object"));
                break;
            case "list":
                foreach (var item in Expect<JsonArray>(value, field, "an array"))
                {
                    Check(shape.Text("item")!, item, field);
                }

                break;
            case "map":
                foreach (var member in Expect<JsonObject>(value, field, "an object"))
                {
                    Check(shape.Text("item")!, member.Value, member.Key);
                }

                break;
            case "string" or "blob":
                CheckText(shape, Expect<JsonString>(value, field, "a string").Value, field);
                break;
            case "number":
                CheckNumber(shape, Expect<JsonNumber>(value, field, "a number"), field);
                break;
            case "boolean":
                Expect<JsonBoolean>(value, field, "a boolean");
                break;
            default:
                break; // any document
        }
    }

    private void CheckMembers(JsonObject shape, JsonObject value)
    {
        foreach (var required in isStrict ? shape.Texts("required") : [])
        {
            if (value[required] is null or JsonNull)
            {
                throw Invalid($"Required field '{required}' is missing");
            }
        }

        var members = shape.Object("members")!;
        foreach (var (name, member) in value)
        {
            if (member is not JsonNull && members.Text(name) is { } memberShape && !IsPayload(name, member))
            {
                Check(memberShape, member, name);
            }
        }
    }

    /// <summary><c>lambda:invoke</c> gives the function's answer parsed, which the model has as bytes.</summary>
    private static bool IsPayload(string name, JsonValue member) => name == "Payload" && member is not JsonString;

    private static void CheckText(JsonObject shape, string text, string? field)
    {
        if (shape.List("enum") is { } values && !values.OfType<JsonString>().Any(item => item.Value == text))
        {
            throw Invalid($"Field '{field}' is not an expected value");
        }

        if (text.Length < shape.Number("min"))
        {
            throw Invalid($"Field '{field}' is smaller than the minimum length");
        }

        if ((shape.Text("type") == "string" ? text.Length : Bytes(text)) > shape.Number("max"))
        {
            throw Invalid($"Field '{field}' exceeds the maximum length");
        }
    }

    /// <summary>Of bytes in Base64; a text that is none counts as it stands.</summary>
    private static int Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? length : text.Length;
    }

    private static void CheckNumber(JsonObject shape, JsonNumber number, string? field)
    {
        var value = number.ToDouble();
        if (value < (shape["min"] as JsonNumber)?.ToDouble())
        {
            throw Invalid($"Field '{field}' is less than the minimum value");
        }

        if (value > (shape["max"] as JsonNumber)?.ToDouble())
        {
            throw Invalid($"Field '{field}' exceeds the maximum value");
        }
    }

    private static T Expect<T>(JsonValue value, string? field, string kind)
        where T : JsonValue =>
        value as T ?? throw Invalid(field is null ? $"Mocked result must be {kind}" : $"Field '{field}' must be {kind}");

    private static ServiceException Invalid(string reason) => new("ValidationException", $"Mock result schema validation error: {reason}");
}
