using JobMgmt.StatesLanguage.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>JSON values to YAML in block style, so that reading it gives the same values again; texts of several lines stay readable.</summary>
internal static class YamlWriter
{
    public static string Write(JsonValue value)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(2, int.MaxValue, false, 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Emit(emitter, value);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Emit(Emitter emitter, JsonValue value)
    {
        switch (value)
        {
            case JsonObject obj:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, obj.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (name, member) in obj)
                {
                    emitter.Emit(Text(name));
                    Emit(emitter, member);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray array:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, array.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in array)
                {
                    Emit(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonString text:
                emitter.Emit(Text(text.Value));
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value.ToString(), ScalarStyle.Plain, true, false));
                break;
        }
    }

    private static Scalar Text(string text)
    {
        var style = YamlReader.IsSpecial(text) ? ScalarStyle.SingleQuoted
            : text.Contains('\n') && !text.Contains('\r') && !text.Contains('\t') && text.Split('\n').All(line => line == line.TrimEnd()) ? ScalarStyle.Literal
            : ScalarStyle.Any;
        return new Scalar(AnchorName.Empty, TagName.Empty, text, style, style is ScalarStyle.Any, true);
    }
}
